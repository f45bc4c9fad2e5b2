"""``python -m retnet_pro`` is the same as the command ``retnet-pro``."""

from retnet_pro.cli import main

if __name__ == "__main__":
    main()

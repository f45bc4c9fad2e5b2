"""What is asked: instruments and their wordings, as data. Knows nothing of answers, screens or disks."""

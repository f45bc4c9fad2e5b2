"""How the centre's database came to be what it is: one module for each step, in order of its `down_revision`.

A step that has been used is never changed. What the tables are now, `retnet_pro.centre.tables` says; a test holds the
two together on both databases.
"""

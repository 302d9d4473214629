"""The vocabulary as a logical theory: its consistency, alone and with data."""

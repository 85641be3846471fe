"""Values and rules: requests, models and options, jobs and their states, money, marks, records, names.

No input or output, no clock, no loop: it imports the errors alone.
"""

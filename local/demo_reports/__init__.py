"""A year of made-up field reports with the statistics of real ones: the same number gives the same reports.

Pure: `year.py` yields payloads, the seed sends them. Shapes and figures follow what public data of real fields shows (how many
activities a day has, how many of them are interruptions, how often a gauge is missing); none of that data is in here.
"""

#!/usr/bin/env python3
"""The groups that ours.jsonl has for a port, a line each."""
import json, sys

for line in open(sys.argv[1]):
    report = json.loads(line)
    if report['endpoint'].endswith(':' + sys.argv[2]):
        print('\n'.join(report['groups']))

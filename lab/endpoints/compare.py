#!/usr/bin/env python3
"""Compares ours.jsonl with targets.tsv and truth.jsonl in a folder: a line each of what, expected and got."""
import json, os, sys

folder = sys.argv[1]
names = {}
targets = [line.rstrip('\n').split('\t') for line in open(os.path.join(folder, 'targets.tsv'))]
ours = {}
for line in open(os.path.join(folder, 'ours.jsonl')):
    report = json.loads(line)
    ours[int(report['endpoint'].rsplit(':', 1)[1])] = report
truth = {}
for line in open(os.path.join(folder, 'truth.jsonl')):
    truth.update(json.loads(line))
table = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                     '../../core/src/main/resources/io/github/tlslift/tls/code-points.csv')
for line in open(table):
    kind, code, name = line.split(',')[:3]
    if kind == 'suite':
        names[name] = code
IDS = {'SSL3': 'ssl3', 'TLS1.0': 'tls1.0', 'TLS1.1': 'tls1.1', 'TLS1.2': 'tls1.2', 'TLS1.3': 'tls1.3'}
CERTIFICATES = {'nginx-expired': 'in_date', 'nginx-self': 'trusted', 'nginx-wrong': 'name_matches'}
REFUSALS = {'close-fin': 'fin', 'close-rst': 'rst', 'nginx-inter': 'alert'}


def say(what, expected, got):
    print('%s\t%s\t%s' % (what, expected, got))


for name, port, sni, versions, note in targets:
    report = ours[int(port)]
    accepted = [v for v, a in report['versions'].items() if a['status'] == 'accepted']
    say(name + ': versions', ' '.join(IDS[v] for v in versions.split(',')), ' '.join(accepted))
    brute = {IDS[v]: sorted(s) for v, s in truth[name]['versions'].items()}
    found = {v: sorted(names[s] for s in suites) for v, suites in report['suites'].items()}
    say(name + ': suites', json.dumps(brute), json.dumps(found))
    if report['certificates']:
        bad = [k for k in ('trusted', 'in_date', 'name_matches', 'in_order') if not report['certificates'][0][k]['ok']]
        say(name + ': certificate', CERTIFICATES.get(name, ''), ' '.join(bad))
    if name in REFUSALS:
        say(name + ': refuses TLS 1.0 by', REFUSALS[name], report['versions']['tls1.0'].get('kind', ''))
    if name == 'close-silent':
        say(name + ': TLS 1.0', 'unknown', report['versions']['tls1.0']['status'])
    if name == 'haproxy-mtls':
        say(name + ': asks for a certificate', 'True', report['addresses'][0]['client_certificate'])

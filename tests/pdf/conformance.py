"""Checks the conformance of PDFs with PDF/UA: lists what `pdfua` and `outloud` find in them, and fails if that is anything.
usage: conformance.py FILE.pdf...    both programs have to be on the search path; see .ci/run for their versions."""

import collections
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

SHOWN = 5


def pdfua(path):
    """The findings of pdfua: rule, severity and message of each."""
    run = subprocess.run(["pdfua", "check", "--format", "json", path], capture_output=True, text=True)
    try:
        report = json.loads(run.stdout)
    except ValueError:
        sys.exit(f"pdfua can't check {path}: {run.stderr.strip()}")
    report = report[0] if isinstance(report, list) else report
    return [(one["rule_id"], one["severity"], one["message"], 1) for one in report["findings"]]


def outloud(path):
    """The findings of outloud, which counts those of a sort."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "report.json")
        run = subprocess.run(["outloud", "-q", "--json", file, path], capture_output=True, text=True)
        try:
            with open(file, encoding="utf-8") as report:
                result = json.load(report)["results"][0]
        except (OSError, ValueError, KeyError, IndexError):
            sys.exit(f"outloud can't check {path}: {run.stderr.strip()}")
    return [(one["rule"], one["severity"], one["message"], one.get("count") or 1) for one in result["findings"]]


def main(paths):
    if not paths:
        sys.exit(__doc__)
    jobs = [(path, check) for path in paths for check in (outloud, pdfua)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        reports = list(pool.map(lambda job: job[1](job[0]), jobs))
    total = 0
    for (path, check), findings in zip(jobs, reports):
        rules = collections.defaultdict(list)
        for rule, severity, message, count in findings:
            rules[rule, severity].append((message, count))
        found = sum(count for _, _, _, count in findings)
        total += found
        print(f"{os.path.basename(path)}: {check.__name__}: {found} findings")
        for (rule, severity), messages in sorted(rules.items()):
            print(f"  {rule} ({severity}): {sum(count for _, count in messages)}")
            for message in sorted({message for message, _ in messages})[:SHOWN]:
                print(f"    {message[:200]}")
    sys.exit(1 if total else 0)


main(sys.argv[1:])

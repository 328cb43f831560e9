"""Runs the tests of this folder (or what unittest's words name) and ends with "N passed, N failed"."""
import sys
import unittest

program = unittest.main(module=None, argv=["run_all.py", "discover", "-v", *sys.argv[1:]], exit=False)
result = program.result
failed = len({str(test) for test, _ in result.failures + result.errors})
for test, why in result.skipped:
    print(f"skipped: {test}: {why}")
print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed", flush=True)
sys.exit(1 if failed else 0)

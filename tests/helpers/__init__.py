"""What several folders of tests share: sample sets, faults, mutants, small suites."""

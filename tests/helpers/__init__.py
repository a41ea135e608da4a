"""What several folders of tests share: courses, sample sets, faults, mutants, suites."""

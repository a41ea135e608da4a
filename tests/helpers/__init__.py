"""What several folders of tests share: courses, samples, faults, mutants, suites."""

"""Facts to findings: what in a parsed document is doubtful or does not add up."""

# Sourced: claims that hold or not, counted.
passed=0
failed=0
skipped=0

# claim WHAT EXPECTED FOUND
claim() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
  fi
}

# skip WHAT WHY
skip() {
  skipped=$((skipped + 1))
  echo "skipped: $1: $2"
}

# Prints the count; fails where a claim did not hold.
tally() {
  echo "$(basename "$0"): $passed passed, $failed failed$([ "$skipped" = 0 ] || echo ", $skipped skipped")"
  [ "$failed" = 0 ]
}

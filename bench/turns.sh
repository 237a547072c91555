# Sourced: runs two commands in turns and compares their times.

# turns NAME COMMAND NAME COMMAND RUNS: one run of each that does not count, then RUNS of each, A B A B.
turns() {
  local runs="$5" times i
  times="$(mktemp -d)"
  once "$2" >/dev/null
  once "$4" >/dev/null
  for ((i = 0; i < runs; i++)); do
    once "$2" >>"$times/a"
    once "$4" >>"$times/b"
  done
  machine
  printf '%-18s %5s %10s %10s %10s\n' "" runs median min max
  summary "$1" "$times/a"
  summary "$3" "$times/b"
  awk -v a="$(median "$times/a")" -v b="$(median "$times/b")" 'BEGIN { printf "ratio of medians: %.2f\n", a / b }'
  rm -rf "$times"
}

machine() {
  echo "$(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), load $(cut -d' ' -f1 /proc/loadavg), JDK $(java_version "$(look_for_java && echo "$JAVA")")"
}

# Milliseconds of wall clock. A command that ends with 2, or with 4 or more, did not do its job, and its time is none.
once() {
  local began ended code=0
  began="$(date +%s%N)"
  "$1" >/dev/null 2>&1 || code=$?
  ended="$(date +%s%N)"
  case "$code" in 0 | 1 | 3) ;; *) echo "$1 ended with $code; nothing was measured" >&2 && exit 1 ;; esac
  echo $(((ended - began) / 1000000))
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

summary() {
  printf '%-18s %5d %7.0f ms %7.0f ms %7.0f ms\n' "$1" "$(wc -l <"$2")" "$(median "$2")" "$(sort -n "$2" | head -1)" "$(sort -n "$2" | tail -1)"
}

#!/usr/bin/env bash
# Protects JJ files and attacks what was written, with programs and solvers that share nothing with the engine's.
#   benchmarks/attack-jj.sh outsider FILE.jj...      each bound of each hidden cell, unsafe ones against their levels
#   benchmarks/attack-jj.sh respondents FILE.jj...   how many who are alone in a cell can compute another unsafe one,
#                                                    without and with protection against them, and its price
set -eu
case "${1:-}" in
  outsider) class=JjAttack insiders=none ;;
  respondents) class=RespondentAttack insiders="none single" ;;
  *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
shift
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$home" && ./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests)
target="$home/disclosure-control/target"
for file in "$@"; do
  for of in $insiders; do
    echo "== $(basename "$file"), --insiders $of"
    "$home/samsyn" protect "$file" --out "$folder/pattern.csv" --insiders "$of" --lang en >"$folder/report" || { cat "$folder/report"; continue; }
    head -n 1 "$folder/report"
    java --enable-native-access=ALL-UNNAMED -cp "$target/test-classes:$target/classes:$target/lib/*" \
      "se.samsyn.disclosure.attack.jj.$class" "$file" "$folder/pattern.csv" || echo "THE ATTACK SUCCEEDS"
  done
done

#!/usr/bin/env bash
# How many respondents of a count of 1 can compute another unsafe cell exactly, without and with protection against
# them, and its price in hidden cells.   benchmarks/respondents-jj.sh FILE.jj...
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$home" && ./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests)
target="$home/disclosure-control/target"
for file in "$@"; do
  for insiders in none single; do
    echo "== $(basename "$file"), --insiders $insiders"
    "$home/samsyn" protect "$file" --out "$folder/pattern.csv" --insiders $insiders --lang en >"$folder/report" || { cat "$folder/report"; continue; }
    head -n 1 "$folder/report"
    java --enable-native-access=ALL-UNNAMED -cp "$target/test-classes:$target/classes:$target/lib/*" \
      se.samsyn.disclosure.attack.jj.RespondentAttack "$file" "$folder/pattern.csv" || true
  done
done

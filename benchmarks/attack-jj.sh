#!/usr/bin/env bash
# Protects JJ files and attacks what was written, with programs and solvers that share nothing with the engine's: each
# bound of each hidden cell, the unsafe ones against their protection levels.   benchmarks/attack-jj.sh FILE.jj...
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$home" && ./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests)
target="$home/disclosure-control/target"
for file in "$@"; do
  echo "== $(basename "$file")"
  "$home/samsyn" protect "$file" --out "$folder/pattern.csv" --insiders none --lang en >"$folder/report" || { cat "$folder/report"; continue; }
  java --enable-native-access=ALL-UNNAMED -cp "$target/test-classes:$target/classes:$target/lib/*" \
    se.samsyn.disclosure.attack.jj.JjAttack "$file" "$folder/pattern.csv" || echo "THE ATTACK SUCCEEDS"
done

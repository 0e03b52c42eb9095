#!/usr/bin/env bash
# The disclosure engine on tables made from a seed: protection and audit by size, with the ratio to one reading of the
# table's relations. Sizes: growth (four of them, default), typical (a third unsafe), medium, large (100,000 cells),
# flat (two dimensions).   benchmarks/engine.sh [SIZE]      Another seed: SAMSYN_SEED=7
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests
exec java -Xmx4g -Dseed="${SAMSYN_SEED:-1}" --enable-native-access=ALL-UNNAMED \
  -cp "disclosure-control/target/test-classes:disclosure-control/target/classes:disclosure-control/target/lib/*" \
  se.samsyn.disclosure.benchmark.EngineBenchmark "${1:-growth}"

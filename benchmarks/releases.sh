#!/usr/bin/env bash
# The check of a release beside earlier ones, on figures made from a seed: four sizes and four numbers of earlier
# releases (growth, default), all of them about the same records (crowded), or with a finding and its changes (unsafe);
# with the ratio to one reading of the figures that are about the same records.
# benchmarks/releases.sh [growth|unrelated|related|crowded|unsafe] [numbers]
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests
exec java -Xmx4g -Dseed="${SAMSYN_SEED:-1}" --enable-native-access=ALL-UNNAMED \
  -cp "disclosure-control/target/test-classes:disclosure-control/target/classes:disclosure-control/target/lib/*" \
  se.samsyn.disclosure.benchmark.ReleaseBenchmark "${1:-growth}"

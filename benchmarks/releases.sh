#!/usr/bin/env bash
# The check of a release beside earlier ones, on figures made from a seed, with the ratio to one reading of the figures
# that are about the same records, and the processor time, which other programs on the machine change less.
#   growth     four sizes beside 200 earlier releases, a tenth of them about the same records (numbers: of areas)
#   unrelated  10,000 joint cells beside 25 to 200 earlier releases of other records (numbers: of releases)
#   related    the same, a tenth of them about the same records
#   crowded    the same, all of them about the same records
#   unsafe     four sizes with a finding, its reasons and its changes (numbers: of areas)
#   disclosing the same with findings all over the table
# benchmarks/releases.sh [growth|unrelated|related|crowded|unsafe|disclosing] [numbers]      Another seed: SAMSYN_SEED=7
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests
exec java -Xmx4g -Dseed="${SAMSYN_SEED:-1}" --enable-native-access=ALL-UNNAMED \
  -cp "disclosure-control/target/test-classes:disclosure-control/target/classes:disclosure-control/target/lib/*" \
  se.samsyn.disclosure.benchmark.ReleaseBenchmark "${@:-growth}"

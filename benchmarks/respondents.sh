#!/usr/bin/env bash
# Joint tables of three agencies whose own figures are not shown: how long they are protected with the agencies as
# respondents, as a ratio to an agency's own protection in the same run, and how much of them is shown.
# benchmarks/respondents.sh      Another seed: SAMSYN_SEED=7
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -B -Dsamsyn.quick -pl disclosure-control -am package -DskipTests
exec java -Xmx4g -Dseed="${SAMSYN_SEED:-1}" --enable-native-access=ALL-UNNAMED \
  -cp "disclosure-control/target/test-classes:disclosure-control/target/classes:disclosure-control/target/lib/*" \
  se.samsyn.disclosure.benchmark.RespondentBenchmark

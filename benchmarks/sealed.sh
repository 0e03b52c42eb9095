#!/bin/sh
# A sealed collection of 31 agencies and 99,949 nodes in memory, step by step in processor time, beside the machine's
# keystream in the same run: disjoint counts, the same with a second combiner, and overlapping counts. The heap is
# limited to 512 MB, for the plain tables and the messages of all parties together. About three minutes.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -pl agency-agent -am -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
for what in "31 disjoint 1" "31 disjoint 2" "31 overlapping 1"; do
  # shellcheck disable=SC2086
  java -Xmx512m -cp "agency-agent/target/test-classes:agency-agent/target/classes:agency-agent/target/lib/*" \
    se.samsyn.agent.sealed.SealedBenchmark $what
  echo
done

#!/bin/sh
# What it takes an agent to protect a table beside others that it has sent: a school year of areas by sex beside two terms of
# areas by age, against the same table alone. Arguments: numbers of areas (default 10 30 100 290), and "sums" for tables with
# a sum beside the count. Prints seconds, their ratio, and how many cells are hidden.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -pl agency-agent -am -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
[ $# -gt 0 ] || set -- 10 30 100 290
exec java -cp "agency-agent/target/test-classes:agency-agent/target/classes:agency-agent/target/lib/*" \
  se.samsyn.agent.approval.OtherTablesBenchmark "$@"

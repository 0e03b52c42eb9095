#!/bin/sh
# The agent's full cube of distinct persons and a sum, against DuckDB's GROUP BY of the finest cells alone, over the same
# generated CSV: 1.25 million persons with four rows each in different cells of 290 x 6 x 2 x 20 codes (or as many persons
# as the first argument says). Prints times, peak memory of each process, and the ratio of the medians of three runs.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
persons=${1:-1250000}
cd "$home"
./mvnw -q -pl agency-agent -am -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
file="${TMPDIR:-/tmp}/samsyn-agent-cube-$persons.csv"
java -cp "agency-agent/target/test-classes:agency-agent/target/classes:agency-agent/target/lib/*" \
  se.samsyn.agent.tabulate.CubeBenchmark compare "$file" "$persons"
rm -f "$file"

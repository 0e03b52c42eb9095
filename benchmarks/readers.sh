#!/usr/bin/env bash
# 200 readers of the demo's front page at once on loopback, alone and while a release is made; 30 s each, with the
# ratio to reading the same joint cells straight from the database.   benchmarks/readers.sh     Seed: SAMSYN_SEED=7
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -B -Dsamsyn.quick -pl demo -am package -DskipTests
exec java -XX:+UseSerialGC -Xmx512m -Dseed="${SAMSYN_SEED:-1}" -Dsamsyn.root="$home" --enable-native-access=ALL-UNNAMED \
  -cp "$home/demo/target/test-classes:$home/demo/target/classes:$home/demo/target/lib/*" se.samsyn.demo.load.ReadersAtOnce

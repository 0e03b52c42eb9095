#!/bin/sh
# A sealed collection with every agency a process of its own and only the relay between them: every number that readers
# see is compared with the plain sum of all agencies' files. Arguments: agencies, units, classes, persons of each agency,
# seed; without them 3, 5 and 10 agencies with a few hundred nodes, then 31 with 100,109 (about 20 minutes).
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$home"
./mvnw -q -Dsamsyn.quick -Dspotless.check.skip=true -DskipTests package
run() {
  java -Xmx2g -cp "$home/demo/target/test-classes:$home/demo/target/classes:$home/demo/target/lib/*" se.samsyn.demo.run.SealedAtScale "$home" "$@"
}
if [ $# -gt 0 ]; then
  run "$@"
else
  run 3 4 6 60 1
  run 5 6 8 60 1
  run 10 8 10 40 1
  run 31 64 394 20000 1
fi

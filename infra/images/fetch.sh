#!/bin/sh
# Brings a package of the registry as it is: fetch.sh NAME VERSION INTEGRITY FOLDER. NPM_REGISTRY says where, with a slash at its end.
# What arrives is compared with the sum that was written down, in package-lock.json or in the Dockerfile.
set -eu
ca=/run/secrets/ca
archive=$(mktemp)
curl --fail --silent --show-error --location --retry 3 $([ ! -s $ca ] || echo --cacert $ca) \
  --output "$archive" "$NPM_REGISTRY$1/-/$1-$2.tgz"
found="sha512-$(openssl dgst -sha512 -binary "$archive" | base64 --wrap=0)"
[ "$found" = "$3" ] || { echo "$1 $2 is $found, and not $3" >&2; exit 1; }
mkdir -p "$4"
tar --extract --gzip --file "$archive" --directory "$4" --strip-components 1
rm "$archive"

#!/bin/sh
# Signs, packs and notarises build/bundle/Plimsoll.app on macOS: `sh packaging/macos/notarise.sh`.
#
# Needs a Developer ID certificate in the keychain, and a stored profile of notarytool, made once by
#   xcrun notarytool store-credentials plimsoll --apple-id NAME --team-id TEAM
# SIGN_AS is the certificate's name ("Developer ID Application: ..."), NOTARY_PROFILE the profile's (plimsoll).
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
app=$root/build/bundle/Plimsoll.app
rights=$root/packaging/macos/entitlements.plist
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/desktop_app/__init__.py")
image=$root/dist/Plimsoll-$version.dmg
: "${SIGN_AS:?Name the certificate in SIGN_AS.}"

[ -d "$app" ] || { echo "There is no $app; build it by: sh packaging/bundle.sh" >&2; exit 2; }
mkdir -p "$root/dist"

# From the inside out: a seal over unsigned parts is refused.
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -exec \
    codesign --force --timestamp --options runtime --sign "$SIGN_AS" {} +
codesign --force --timestamp --options runtime --entitlements "$rights" --sign "$SIGN_AS" "$app"
codesign --verify --deep --strict "$app"

hdiutil create -volname Plimsoll -srcfolder "$app" -ov -format UDZO "$image"
codesign --timestamp --sign "$SIGN_AS" "$image"
xcrun notarytool submit "$image" --keychain-profile "${NOTARY_PROFILE:-plimsoll}" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature "$image"
echo "$image"

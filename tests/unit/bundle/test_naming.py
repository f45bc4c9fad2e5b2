"""Only names of our own files are ours."""

import pytest

from retnet_pro.bundle.naming import (
    BUNDLE_LIMIT,
    BundleId,
    bundle_file,
    bundle_of,
    pack_file,
    receipt_file,
    signature_file,
    size_limit,
)

ID = BundleId("0123456789abcdef" * 4)


def test_our_own_names_have_a_size_limit_and_a_bundle_knows_its_id():
    for name in (bundle_file(ID), signature_file(ID), receipt_file(ID), pack_file(ID)):
        assert size_limit(name)
    assert size_limit(bundle_file(ID)) == BUNDLE_LIMIT
    assert bundle_of(bundle_file(ID)) == ID
    assert bundle_of(signature_file(ID)) is None


@pytest.mark.rule("T12")
@pytest.mark.parametrize(
    "name",
    [
        "",
        ID,
        ID.upper() + ".age",
        ID[:-1] + ".age",
        ID + ".age\n",
        "../" + ID + ".age",
        ID + ".AGE",
        ID + ".age.sig.age",
        "." + ID + ".age",
        ID + ".exe",
        ID[:-1] + "٣.age",
    ],
)
def test_every_other_name_is_not(name):
    assert size_limit(name) is None
    assert bundle_of(name) is None

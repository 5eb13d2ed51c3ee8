/* SHA-256 against FIPS 180-4's examples. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>

static void check(const char *in, const char *want)
{
    char is[65];
    const size_t n = strlen(in);
    for (size_t cut = 0; cut <= n && cut < 130; cut++) {     /* in one piece or two */
        sia_sha256(is, (const sia_str[]){ { in, cut }, { in + cut, n - cut } }, 2);
        assert_string_equal(is, want);
    }
}

static void examples_of_the_standard(void **state)
{
    (void)state;
    check("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    check("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

static void a_million_letters(void **state)
{
    (void)state;
    static char a[1000000];
    char is[65];
    memset(a, 'a', sizeof a);
    sia_sha256(is, &(sia_str){ a, sizeof a }, 1);
    assert_string_equal(is, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(examples_of_the_standard), cmocka_unit_test(a_million_letters) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

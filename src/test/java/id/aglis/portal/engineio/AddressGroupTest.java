package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGroupTest {

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::1, [2001:db8:1:2::7]:50123", "fe80::1, fe80::2%eth0",
            "::ffff:192.0.2.1, 192.0.2.1", "2001:db8::1, 2001:db8:0:0:8000::"})
    void is_the_same_for_addresses_of_one_network(String one, String another) {
        assertEquals(AddressGroup.of(one), AddressGroup.of(another));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::ffff:192.0.2.1, ::ffff:192.0.2.2"})
    void is_another_for_others(String one, String another) {
        assertNotEquals(AddressGroup.of(one), AddressGroup.of(another));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "192.0.2.1:4711", "office.example:80", "1:2:3", ":", "[", "a:b", "%", ""})
    void is_the_text_itself_when_that_is_no_address_of_ipv6(String text) {
        assertEquals(new AddressGroup(text), AddressGroup.of(text));
    }
}

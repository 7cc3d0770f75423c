package id.aglis.portal.engineio;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts as one client address: an address of IPv4, however it is written, or the first 64 bits of one of IPv6, since whoever has one
 * of these usually has all that begin with them (RFC 6177).
 */
record AddressGroup(String name) {

    /** An address of IPv6, maybe with a zone, maybe in brackets and then with a port: nothing that would be looked up by its name. */
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:%[^]]*)?(?:](?::[0-9]+)?)?");
    private static final int NETWORK_BYTES = 8;

    /** @param address as a socket or a proxy tells it; one that is no IPv6 stays as it is */
    static AddressGroup of(String address) {
        if (address.indexOf(':') < 0) {
            return new AddressGroup(address);
        }
        Matcher form = IPV6.matcher(address);
        return new AddressGroup(form.matches() ? network(form.group(1)) : address);
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "::/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}

package id.aglis.portal.bench;

import id.aglis.portal.fuzz.Fuzz;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes attacks: good packets in bad frames, bad packets in good frames, bad payloads and bad requests. Belongs to one thread. */
final class Attacks implements Supplier<Attack> {

    private static final int MOST_INPUTS = 12;
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
    private static final List<String> PATHS = List.of("/engine.io/", "/socket.io/");
    private static final List<String> QUERIES = List.of("EIO=4&transport=polling", "EIO=4&transport=websocket", "EIO=3&transport=polling",
            "EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "EIO=4&transport=polling&t=abc&b64=1", "transport=polling&j=0&EIO=4");
    private static final List<String> PACKETS = List.of("40", "40/custom,{\"token\":\"a\"}", "41", "42[\"message\",1,{\"a\":[true,null]}]",
            "427[\"message-with-ack\",\"x\"]", "42[\"join\",\"room\"]", "42[\"to-room\",\"room\",\"event\",1]", "42[\"broadcast\",\"x\"]", "437[1]",
            "451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "461-7[{\"_placeholder\":true,\"num\":0}]", "3", "2probe", "5", "6", "1", "4hello",
            "bAQID", "44{\"message\":\"x\"}", "42[\"ask-all\",1]", "42[\"leave\",7]");

    private final Fuzz fuzz;

    Attacks(Fuzz fuzz) {
        this.fuzz = fuzz;
    }

    @Override
    public Attack get() {
        return switch (fuzz.below(4)) {
            case 0 -> new Attack(upgrade(), answer -> begun(this::packet));
            case 1 -> new Attack(upgrade(), answer -> begun(this::frame));
            case 2 -> polling();
            default -> new Attack(request(), answer -> List.of());
        };
    }

    private byte[] upgrade() {
        return ascii("GET " + fuzz.any(PATHS) + "?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    }

    private List<byte[]> begun(Supplier<byte[]> input) {
        List<byte[]> inputs = new ArrayList<>();
        inputs.add(Frame.masked(Frame.TEXT, ascii("40"), fuzz.below(Integer.MAX_VALUE)));
        for (int i = 1 + fuzz.below(MOST_INPUTS); i > 0; i--) {
            inputs.add(input.get());
        }
        return inputs;
    }

    /** A good frame with a packet that may be bad. */
    private byte[] packet() {
        return fuzz.oneIn(5) ? Frame.masked(Frame.BINARY, fuzz.bytes(List.of(new byte[] {1, 2, 3})), fuzz.below(Integer.MAX_VALUE))
                : Frame.masked(Frame.TEXT, fuzz.text(PACKETS).getBytes(StandardCharsets.UTF_8), fuzz.below(Integer.MAX_VALUE));
    }

    /** A bad frame: reserved bits, unknown types, parts that never end, no mask, lengths that lie, text that is no UTF-8. */
    private byte[] frame() {
        byte[] frame = Frame.masked(fuzz.oneIn(2) ? Frame.TEXT : fuzz.below(16), fuzz.bytes(List.of(ascii(fuzz.any(PACKETS)))), fuzz.below(1 << 30));
        switch (fuzz.below(6)) {
            case 0 -> frame[0] = (byte) fuzz.below(256);
            case 1 -> frame[0] &= 0x0f;
            case 2 -> frame[0] = 0;
            case 3 -> frame[1] = (byte) fuzz.below(256);
            case 4 -> frame[1] |= 0x7f;
            default -> frame = fuzz.bytes(List.of(frame));
        }
        return frame;
    }

    private Attack polling() {
        String path = fuzz.any(PATHS) + "?EIO=4&transport=polling";
        return new Attack(ascii("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), answer -> {
            Matcher sid = SID.matcher(answer);
            return sid.find() ? payloads(path + "&sid=" + sid.group(1)) : List.of();
        });
    }

    private List<byte[]> payloads(String path) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 1 + fuzz.below(MOST_INPUTS); i > 0; i--) {
            byte[] body = (fuzz.oneIn(2) ? fuzz.any(PACKETS) + "\u001e" + fuzz.text(PACKETS) : fuzz.text(PACKETS)).getBytes(StandardCharsets.UTF_8);
            int length = fuzz.oneIn(10) ? fuzz.below(2_000_000) : body.length;
            requests.add(join(ascii("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                    + length + "\r\n\r\n"), body));
        }
        return requests;
    }

    private byte[] request() {
        String method = fuzz.any(List.of("GET", "GET", "POST", "PUT", "OPTIONS", "DELETE"));
        String query = fuzz.text(QUERIES);
        String sent = fuzz.oneIn(2) ? query : URLEncoder.encode(query, StandardCharsets.UTF_8).replace("%3D", "=").replace("%26", "&");
        String upgrade = fuzz.oneIn(3) ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: " + fuzz.text(List.of("13", "8"))
                + "\r\nSec-WebSocket-Key: " + fuzz.text(List.of("AAAAAAAAAAAAAAAAAAAAAA==")) + "\r\n" : "";
        String origin = fuzz.oneIn(3) ? "Origin: " + fuzz.text(List.of("http://127.0.0.1", "https://example.org:8443")) + "\r\n" : "";
        return (method + " " + fuzz.any(PATHS) + "?" + sent + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + upgrade + origin + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return Client.ascii(text);
    }

    private static byte[] join(byte[] head, byte[] body) {
        byte[] joined = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, joined, head.length, body.length);
        return joined;
    }
}

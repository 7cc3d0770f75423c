package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever comes in is read, or refused in the documented way. */
class EngineFuzzTest {

    private static final int RUNS = 300_000;

    @Test
    void packets_are_read_or_refused() {
        List<String> examples = List.of("4hello", "2probe", "5", "3", "1", "6", "0{\"sid\":\"a\"}", "42[\"message\",1,{\"a\":[true,null]}]");
        Fuzz fuzz = Fuzz.of("packets");
        for (int i = 0; i < RUNS; i++) {
            String input = fuzz.text(examples);
            fuzz.attempt(input, EngineCodec::text).ifPresent(packet -> {
                EnginePacket.Text read = (EnginePacket.Text) packet;
                assertEquals(input, read.type().digit() + read.data());
            });
        }
    }

    @Test
    void payloads_are_read_or_refused() {
        List<String> examples = List.of("4hello", "4one\u001e4two\u001e3", "bAQID+/8=", "4a\u001ebAQID\u001e4b", "b", "40\u001e42[\"e\"]",
                "451-[\"e\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==");
        Fuzz fuzz = Fuzz.of("payloads");
        for (int i = 0; i < RUNS; i++) {
            String input = fuzz.text(examples);
            fuzz.attempt(input, EngineCodec::payload).ifPresent(packets ->
                    assertEquals(input.chars().filter(c -> c == EngineCodec.SEPARATOR).count() + 1, packets.size(), () -> fuzz.blame(input)));
        }
    }

    @Test
    void session_ids_are_ours_or_unknown() {
        Secret secret = Secret.of("a secret");
        List<String> examples = List.of(SessionId.create("AAAA", secret).toString(), SessionId.create("zz_-", secret).toString());
        Fuzz fuzz = Fuzz.of("session ids");
        for (int i = 0; i < RUNS; i++) {
            String input = fuzz.text(examples);
            boolean known = fuzz.attempt(input, text -> SessionId.parse(text, secret)).orElseThrow().isPresent();
            assertEquals(examples.contains(input), known, () -> fuzz.blame(input));
        }
    }

    @Test
    void binary_in_a_payload_survives() {
        Fuzz fuzz = Fuzz.of("binary");
        for (int i = 0; i < RUNS / 10; i++) {
            byte[] input = fuzz.bytes(List.of(new byte[] {1, 2, 3}, new byte[100]));
            String body = new String(Batch.of(Message.of(input)).body(), StandardCharsets.US_ASCII);
            EnginePacket.Binary read = (EnginePacket.Binary) EngineCodec.payload(body).get(0);
            assertArrayEquals(input, read.data(), () -> fuzz.blame(input));
        }
    }
}

package id.aglis.portal.bench.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The last argument of an event, where it is a text; kept as bytes, since it is replaced with every event of every client. */
final class LastText {

    private byte[] text = {};
    private int length;

    /** Of the event in this slice; nothing changes when its last argument is no text. */
    void take(ByteBuffer bytes, int from, int to) {
        if (bytes.get(to - 2) != '"') {
            return;
        }
        int start = to - 2;
        while (start > from && bytes.get(start - 1) != '"') {
            start--;
        }
        length = to - 2 - start;
        if (length > text.length) {
            text = new byte[length];
        }
        bytes.get(start, text, 0, length);
    }

    Optional<String> text() {
        return length == 0 ? Optional.empty() : Optional.of(new String(text, 0, length, StandardCharsets.ISO_8859_1));
    }
}

package id.aglis.portal.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An HTTP/1.1 response (RFC 9112) whose body has a length or comes in chunks, as servers answer polls. */
public record HttpResponse(int status, boolean lastOfConnection, ByteBuffer body) {

    /** The next response, or nothing, with {@code in} as it was, while it is incomplete. The body may share memory with {@code in}. */
    static Optional<HttpResponse> readFrom(ByteBuffer in) {
        int bodyStart = endOfHead(in);
        if (bodyStart < 0) {
            return Optional.empty();
        }
        String head = text(in, in.position(), bodyStart).toLowerCase(Locale.ROOT);
        Optional<ByteBuffer> body = header(head, "transfer-encoding").filter("chunked"::equals).isPresent()
                ? chunkedBody(in, bodyStart)
                : measuredBody(in, bodyStart, header(head, "content-length").map(Integer::parseInt).orElse(0));
        return body.map(bytes -> new HttpResponse(Integer.parseInt(head.substring(9, 12)),
                header(head, "connection").filter("close"::equals).isPresent(), bytes));
    }

    /** The index behind the empty line that ends the head, or -1. */
    static int endOfHead(ByteBuffer in) {
        for (int i = in.position() + 3; i < in.limit(); i++) {
            if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static Optional<String> header(String head, String name) {
        int start = head.indexOf("\r\n" + name + ":");
        if (start < 0) {
            return Optional.empty();
        }
        int value = start + name.length() + 3;
        return Optional.of(head.substring(value, head.indexOf("\r\n", value)).trim());
    }

    private static Optional<ByteBuffer> measuredBody(ByteBuffer in, int start, int length) {
        if (in.limit() - start < length) {
            return Optional.empty();
        }
        in.position(start + length);
        return Optional.of(in.slice(start, length));
    }

    private static Optional<ByteBuffer> chunkedBody(ByteBuffer in, int start) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = start;
        while (true) {
            int line = endOfLine(in, at);
            if (line < 0) {
                return Optional.empty();
            }
            int length = Integer.parseInt(text(in, at, line).trim(), 16);
            if (in.limit() < line + length + 2) {
                return Optional.empty();
            }
            body.writeBytes(bytes(in, line, line + length));
            at = line + length + 2;
            if (length == 0) {
                in.position(at);
                return Optional.of(ByteBuffer.wrap(body.toByteArray()));
            }
        }
    }

    private static int endOfLine(ByteBuffer in, int from) {
        for (int i = from; i < in.limit(); i++) {
            if (in.get(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    public static String text(ByteBuffer in, int from, int to) {
        return new String(bytes(in, from, to), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(ByteBuffer in, int from, int to) {
        byte[] bytes = new byte[to - from];
        in.get(from, bytes);
        return bytes;
    }
}

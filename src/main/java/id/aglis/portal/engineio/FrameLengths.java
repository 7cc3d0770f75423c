package id.aglis.portal.engineio;

import java.nio.ByteBuffer;

/** Follows the frames a WebSocket client sends (RFC 6455, section 5.2), as far as their lengths go. */
final class FrameLengths {

    private static final int MASK_BYTES = 4;

    private final int longest;
    private int headerBytes;
    private int lengthEnd;
    private boolean masked;
    private long length;
    private long toSkip;
    private boolean exceeded;

    /** @param longest payload of one frame that is allowed, in bytes */
    FrameLengths(int longest) {
        this.longest = longest;
    }

    /** Whether a frame was longer than allowed; true for good from then on. */
    boolean exceededBy(ByteBuffer data) {
        while (!exceeded && data.hasRemaining()) {
            if (toSkip > 0) {
                skip(data);
            } else {
                readHeader(data.get());
            }
        }
        return exceeded;
    }

    private void skip(ByteBuffer data) {
        int skipped = (int) Math.min(toSkip, data.remaining());
        data.position(data.position() + skipped);
        toSkip -= skipped;
    }

    private void readHeader(byte next) {
        headerBytes++;
        if (headerBytes == 2) {
            readShortLength(next);
        } else if (headerBytes > 2) {
            length = length << 8 | next & 0xff;
        }
        if (headerBytes >= 2 && headerBytes == lengthEnd) {
            exceeded = length < 0 || length > longest;
            toSkip = length + (masked ? MASK_BYTES : 0);
            headerBytes = 0;
        }
    }

    private void readShortLength(byte next) {
        int code = next & 0x7f;
        masked = next < 0;
        lengthEnd = code < 126 ? 2 : code == 126 ? 4 : 10;
        length = code < 126 ? code : 0;
    }
}

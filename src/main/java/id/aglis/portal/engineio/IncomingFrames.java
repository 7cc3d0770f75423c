package id.aglis.portal.engineio;

import java.nio.ByteBuffer;

/** Follows the frames a WebSocket client sends (RFC 6455, section 5.2), as far as where they end and whether one closes it. */
final class IncomingFrames {

    private static final int MASK_BYTES = 4;

    private final int longest;
    private int headerBytes;
    private int lengthEnd;
    private boolean masked;
    private boolean closing;
    private boolean fragmented;
    private long length;
    private long toSkip;
    private boolean tooLong;

    /** @param longest payload of one frame that is allowed, in bytes */
    IncomingFrames(int longest) {
        this.longest = longest;
    }

    /** Goes on to the end of the data, or of a close frame, behind which nothing means anything. */
    void follow(ByteBuffer data) {
        while (!isClosed() && data.hasRemaining()) {
            if (toSkip > 0) {
                skip(data);
            } else {
                readHeader(data.get());
            }
        }
    }

    /** Whether a frame was longer than allowed. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether a close frame has come as a whole. */
    boolean isClosed() {
        return closing && headerBytes == 0 && toSkip == 0;
    }

    /** Whether no frame has come in part, nor a message in some of its frames. */
    boolean isBetweenMessages() {
        return headerBytes == 0 && toSkip == 0 && !fragmented;
    }

    private void skip(ByteBuffer data) {
        int skipped = (int) Math.min(toSkip, data.remaining());
        data.position(data.position() + skipped);
        toSkip -= skipped;
    }

    private void readHeader(byte next) {
        headerBytes++;
        if (headerBytes == 1) {
            closing = Opcode.CLOSE.begins(next);
            fragmented = Opcode.isControl(next) ? fragmented : !Opcode.isLast(next);
        } else if (headerBytes == 2) {
            readShortLength(next);
        } else {
            length = length << 8 | next & 0xff;
        }
        if (headerBytes >= 2 && headerBytes == lengthEnd) {
            endHeader();
        }
    }

    private void readShortLength(byte next) {
        int code = next & 0x7f;
        masked = next < 0;
        lengthEnd = code < 126 ? 2 : code == 126 ? 4 : 10;
        length = code < 126 ? code : 0;
    }

    /** A negative length has no end that could be waited for. */
    private void endHeader() {
        boolean endless = length < 0 || length > Long.MAX_VALUE - MASK_BYTES;
        tooLong |= endless || length > longest;
        toSkip = endless ? Long.MAX_VALUE : length + (masked ? MASK_BYTES : 0);
        headerBytes = 0;
    }
}

package id.aglis.portal.engineio;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Messages that leave in one write; shared by all connections that have the same ones pending. */
final class Batch {

    private final List<Message> messages;
    private byte[] frames;
    private byte[] body;

    Batch(List<Message> messages) {
        this.messages = messages;
    }

    static Batch of(Message message) {
        return new Batch(List.of(message));
    }

    /**
     * One that another instance has put together.
     *
     * @throws IllegalArgumentException when these are not the {@link #frames} of a batch
     */
    static Batch ofFrames(byte[] frames) {
        Batch batch = new Batch(Message.inFrames(frames));
        batch.frames = frames;
        return batch;
    }

    List<Message> messages() {
        return messages;
    }

    byte[] frames() {
        byte[] ready = frames;
        if (ready == null) {
            ready = messages.size() == 1 ? messages.get(0).frames() : join();
            frames = ready;
        }
        return ready;
    }

    byte[] body() {
        byte[] ready = body;
        if (ready == null) {
            ready = messages.size() == 1 ? messages.get(0).body() : payload();
            body = ready;
        }
        return ready;
    }

    private byte[] join() {
        int length = 0;
        for (Message message : messages) {
            length += message.frames().length;
        }
        byte[] joined = new byte[length];
        int position = 0;
        for (Message message : messages) {
            byte[] part = message.frames();
            System.arraycopy(part, 0, joined, position, part.length);
            position += part.length;
        }
        return joined;
    }

    private byte[] payload() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Message message : messages) {
            if (out.size() > 0) {
                out.write(EngineCodec.SEPARATOR);
            }
            out.writeBytes(message.body());
        }
        return out.toByteArray();
    }
}

package id.aglis.portal.socketio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bytes of a {@link RoomOp}: a version, so that two versions of the application can run side by side, a kind, and its fields. */
final class RoomOpCodec {

    private static final int VERSION = 1;
    private static final int EMIT = 1;
    private static final int JOIN = 2;
    private static final int LEAVE = 3;
    private static final int DISCONNECT = 4;
    private static final int REPORT = 5;
    private static final int SUPERSEDE = 6;
    private static final int FETCH = 7;
    private static final int COUNT = 8;
    private static final int SERVER_EMIT = 9;

    private RoomOpCodec() {
    }

    static byte[] encode(RoomOp op) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            write(out, op);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when the bytes are of a version or kind unknown here */
    static RoomOp decode(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("Version " + version + " of room operations is unknown.");
            }
            return read(in, in.readByte(), in.readUTF());
        } catch (IOException e) {
            throw new IllegalArgumentException("A room operation is broken.", e);
        }
    }

    private static void write(DataOutputStream out, RoomOp op) throws IOException {
        if (op instanceof RoomOp.Emit emit) {
            writeEmit(out, emit);
        } else if (op instanceof RoomOp.Join join) {
            writeStart(out, JOIN, op, join.selection());
            writeStrings(out, join.rooms());
        } else if (op instanceof RoomOp.Leave leave) {
            writeStart(out, LEAVE, op, leave.selection());
            writeStrings(out, leave.rooms());
        } else if (op instanceof RoomOp.Disconnect disconnect) {
            writeStart(out, DISCONNECT, op, disconnect.selection());
            out.writeBoolean(disconnect.close());
        } else if (op instanceof RoomOp.Report report) {
            writeReport(out, report);
        } else if (op instanceof RoomOp.Supersede supersede) {
            out.writeByte(SUPERSEDE);
            out.writeUTF(supersede.namespace());
            out.writeUTF(supersede.sid());
            out.writeUTF(supersede.connection());
        } else if (op instanceof RoomOp.Fetch fetch) {
            writeStart(out, FETCH, op, fetch.selection());
            out.writeUTF(fetch.request());
        } else if (op instanceof RoomOp.Count count) {
            writeStart(out, COUNT, op, count.selection());
            out.writeUTF(count.request());
        } else if (op instanceof RoomOp.ServerEmit emit) {
            out.writeByte(SERVER_EMIT);
            out.writeUTF(emit.namespace());
            out.writeUTF(emit.from());
            writePayload(out, emit.payload());
            out.writeUTF(emit.request());
        }
    }

    private static void writeStart(DataOutputStream out, int kind, RoomOp op, Selection selection) throws IOException {
        out.writeByte(kind);
        out.writeUTF(op.namespace());
        writeStrings(out, selection.rooms());
        writeStrings(out, selection.except());
    }

    private static void writeEmit(DataOutputStream out, RoomOp.Emit emit) throws IOException {
        writeStart(out, EMIT, emit, emit.selection());
        writePayload(out, emit.payload());
        out.writeBoolean(emit.droppable());
        out.writeUTF(emit.request());
        out.writeLong(emit.timeout());
    }

    private static void writeReport(DataOutputStream out, RoomOp.Report report) throws IOException {
        out.writeByte(REPORT);
        out.writeUTF(report.namespace());
        out.writeUTF(report.request());
        out.writeUTF(report.instance());
        out.writeInt(report.received().size());
        for (Map.Entry<String, Payload> answer : report.received().entrySet()) {
            out.writeUTF(answer.getKey());
            writePayload(out, answer.getValue());
        }
        writeStrings(out, report.missing());
    }

    private static void writePayload(DataOutputStream out, Payload payload) throws IOException {
        writeBytes(out, payload.json().getBytes(StandardCharsets.UTF_8));
        out.writeInt(payload.parts().size());
        for (byte[] part : payload.parts()) {
            writeBytes(out, part);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeStrings(DataOutputStream out, Set<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    private static RoomOp read(DataInputStream in, int kind, String namespace) throws IOException {
        return switch (kind) {
            case EMIT -> new RoomOp.Emit(namespace, readSelection(in), readPayload(in), in.readBoolean(), in.readUTF(), in.readLong());
            case JOIN -> new RoomOp.Join(namespace, readSelection(in), readStrings(in));
            case LEAVE -> new RoomOp.Leave(namespace, readSelection(in), readStrings(in));
            case DISCONNECT -> new RoomOp.Disconnect(namespace, readSelection(in), in.readBoolean());
            case REPORT -> new RoomOp.Report(namespace, in.readUTF(), in.readUTF(), readAnswers(in), readStrings(in));
            case SUPERSEDE -> new RoomOp.Supersede(namespace, in.readUTF(), in.readUTF());
            case FETCH -> new RoomOp.Fetch(namespace, readSelection(in), in.readUTF());
            case COUNT -> new RoomOp.Count(namespace, readSelection(in), in.readUTF());
            case SERVER_EMIT -> new RoomOp.ServerEmit(namespace, in.readUTF(), readPayload(in), in.readUTF());
            default -> throw new IllegalArgumentException("Room operations of kind " + kind + " are unknown.");
        };
    }

    private static Selection readSelection(DataInputStream in) throws IOException {
        return new Selection(readStrings(in), readStrings(in));
    }

    private static Payload readPayload(DataInputStream in) throws IOException {
        String json = new String(readBytes(in), StandardCharsets.UTF_8);
        int count = in.readInt();
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(readBytes(in));
        }
        return new Payload(json, parts);
    }

    private static Map<String, Payload> readAnswers(DataInputStream in) throws IOException {
        Map<String, Payload> answers = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            answers.put(in.readUTF(), readPayload(in));
        }
        return answers;
    }

    private static Set<String> readStrings(DataInputStream in) throws IOException {
        Set<String> strings = new LinkedHashSet<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            strings.add(in.readUTF());
        }
        return strings;
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The end is missing.");
        }
        return bytes;
    }
}

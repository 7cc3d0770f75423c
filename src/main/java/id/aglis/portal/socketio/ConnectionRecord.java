package id.aglis.portal.socketio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What any instance must know to take a connection over. It crosses instances as bytes, with a version, so that two versions of the
 * application can run side by side.
 *
 * @param namespace  the one it is in
 * @param sid        public id of the socket
 * @param identity   who is behind it, see {@link Socket#identify}
 * @param connection what tells this connection from one that took over, or was taken over
 * @param instance   where it is connected
 * @param position   of the log, up to which its client is known to have received everything
 * @param rooms      its rooms, and the position at which it joined each
 */
record ConnectionRecord(String namespace, String sid, String identity, String connection, String instance, long position,
        Map<String, Long> rooms) {

    private static final int VERSION = 1;

    /** @throws IllegalArgumentException when the bytes are broken, or of a version unknown here */
    static ConnectionRecord of(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("Version " + version + " of connection records is unknown.");
            }
            return new ConnectionRecord(readText(in), readText(in), readText(in), readText(in), readText(in), in.readLong(), readRooms(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("A connection record is broken.", e);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            for (String text : new String[] {namespace, sid, identity, connection, instance}) {
                writeText(out, text);
            }
            out.writeLong(position);
            writeRooms(out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same connection, taken over from a client that has received everything up to that position, if not more. */
    ConnectionRecord takenBy(String newConnection, String newInstance, long received) {
        return new ConnectionRecord(namespace, sid, identity, newConnection, newInstance, Math.max(position, received), rooms);
    }

    /** The same connection as it is now. */
    ConnectionRecord with(String who, long received, Map<String, Long> present) {
        return new ConnectionRecord(namespace, sid, who, connection, instance, received, present);
    }

    private void writeRooms(DataOutputStream out) throws IOException {
        out.writeInt(rooms.size());
        for (Map.Entry<String, Long> room : rooms.entrySet()) {
            writeText(out, room.getKey());
            out.writeLong(room.getValue());
        }
    }

    private static Map<String, Long> readRooms(DataInputStream in) throws IOException {
        Map<String, Long> rooms = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rooms.put(readText(in), in.readLong());
        }
        return rooms;
    }

    /** Names of rooms may come from clients, and be longer than Java's own form allows. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IllegalArgumentException("A connection record is broken.");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

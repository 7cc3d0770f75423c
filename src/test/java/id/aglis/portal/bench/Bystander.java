package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** A well-behaved client that asks something all the time, one question after the other, and checks that the answers come in order. */
final class Bystander implements ClientListener {

    private final String name;
    private volatile long answered;
    private volatile String complaint = "";

    private Bystander(String name) {
        this.name = name;
    }

    static Bystander on(EventLoop loop, Target target, Transport transport) {
        Bystander bystander = new Bystander(transport.name());
        loop.execute(() -> transport.open(loop, target, bystander));
        return bystander;
    }

    @Override
    public void connected(Client client) {
        ask(client);
    }

    private void ask(Client client) {
        client.emit("27[\"message-with-ack\"," + answered + "]");
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        String packet = HttpResponse.text(bytes, from, to);
        if (packet.startsWith("3")) {
            hear(client, packet.substring(packet.indexOf('[') + 1, packet.length() - 1));
        }
    }

    private void hear(Client client, String number) {
        if (number.equals(Long.toString(answered))) {
            answered++;
            ask(client);
        } else {
            complain("was answered " + number + " to question " + answered);
        }
    }

    @Override
    public void closed(Client client, String reason) {
        complain("was closed because " + reason);
    }

    private void complain(String what) {
        if (complaint.isEmpty()) {
            complaint = name + " " + what;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Questions answered so far. */
    long answered() {
        return answered;
    }

    /** What went wrong first; empty when nothing did. */
    String complaint() {
        return complaint;
    }
}

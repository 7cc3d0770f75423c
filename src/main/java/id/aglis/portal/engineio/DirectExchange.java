package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** A request that has come as a whole and does not pass through the container. */
final class DirectExchange implements Exchange {

    private final DirectConnection connection;
    private final HttpRequestPacket request;
    private final RequestHead head;
    private final String body;
    private final String headers;
    private DirectLink link;

    DirectExchange(DirectConnection connection, HttpRequestPacket request, HttpContent content, Cors cors) {
        this.connection = connection;
        this.request = request;
        this.head = new GrizzlyHead(request);
        this.body = content.getContent().hasRemaining() ? content.getContent().toStringContent(StandardCharsets.UTF_8) : "";
        StringBuilder lines = new StringBuilder();
        cors.permit(head, (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        this.headers = lines.toString();
        content.recycle();
    }

    @Override
    public RequestHead head() {
        return head;
    }

    @Override
    public void answer(Answer answer) {
        link().answer(answer, () -> { });
    }

    @Override
    public DirectLink link() {
        if (link == null) {
            link = new DirectLink(connection, request, headers);
            connection.await(link);
        }
        return link;
    }

    @Override
    public void body(BiConsumer<String, LinkEnd> done) {
        done.accept(body, LinkEnd.OK);
    }

    @Override
    public void end(LinkEnd end) {
        link().end(end);
    }
}

package id.aglis.portal.engineio;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** A request that a servlet serves. */
final class ServletExchange implements Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Engine engine;
    private final Hangups hangups;
    private ServletLink link;

    ServletExchange(HttpServletRequest request, HttpServletResponse response, Engine engine, Hangups hangups) {
        this.request = request;
        this.response = response;
        this.engine = engine;
        this.hangups = hangups;
    }

    @Override
    public RequestHead head() {
        return new ServletHead(request);
    }

    @Override
    public void answer(Answer answer) {
        answer.give(response);
    }

    @Override
    public HttpLink link() {
        if (link == null) {
            link = new ServletLink(request.startAsync(), hangups::watch);
        }
        return link;
    }

    /** A body that came together with its head, as most do, is answered within the service call. */
    @Override
    public void body(BiConsumer<String, LinkEnd> done) {
        try {
            ServletInputStream in = request.getInputStream();
            int length = request.getContentLength();
            if (link == null && length >= 0 && in.available() >= length) {
                done.accept(new String(in.readNBytes(length), StandardCharsets.UTF_8), LinkEnd.OK);
            } else {
                link();
                collect(in, done);
            }
        } catch (IOException e) {
            done.accept("", LinkEnd.BAD_REQUEST);
        }
    }

    private void collect(ServletInputStream in, BiConsumer<String, LinkEnd> done) {
        EngineConfig config = engine.config();
        new BodyReader(in, config.maxPayload(), done).start(engine.wheel(), config.limits().bodyTimeout().toMillis());
    }

    @Override
    public void end(LinkEnd end) {
        if (link == null) {
            answer(end.answer());
        } else {
            link.end(end);
        }
    }
}

package id.aglis.portal.engineio;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** A request as Grizzly has parsed it, whose query needs no decoding. */
final class GrizzlyHead implements RequestHead {

    private final HttpRequestPacket request;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    GrizzlyHead(HttpRequestPacket request) {
        this.request = request;
        String query = request.getQueryString();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            parameters.computeIfAbsent(name, first -> new ArrayList<>(1)).add(equals < 0 ? "" : parameter.substring(equals + 1));
        }
    }

    @Override
    public String method() {
        return request.getMethod().getMethodString();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>(1);
        request.getHeaders().values(name).forEach(values::add);
        return values;
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.getHeaders().names().forEach(name -> headers.put(name, headers(name)));
        return headers;
    }

    @Override
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(values -> values.get(0));
    }

    @Override
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    @Override
    public long contentLength() {
        return request.getContentLength();
    }

    @Override
    public String peer() {
        Connection<?> connection = request.getConnection();
        return ((InetSocketAddress) connection.getPeerAddress()).getAddress().getHostAddress();
    }

    @Override
    public boolean isSecure() {
        return request.isSecure();
    }
}

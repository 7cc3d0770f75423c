package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request made of a method, a query and headers. */
final class FakeRequest {

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, String[]> query = new LinkedHashMap<>();
    private String method = "GET";
    private String peer = "127.0.0.1";

    FakeRequest method(String name) {
        method = name;
        return this;
    }

    FakeRequest from(String address) {
        peer = address;
        return this;
    }

    FakeRequest header(String name, String... values) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return this;
    }

    FakeRequest query(String name, String value) {
        query.put(name, new String[] {value});
        return this;
    }

    HttpServletRequest get() {
        return (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> answer(called.getName(), arguments == null ? "" : arguments[0].toString()));
    }

    RequestHead head() {
        return new ServletHead(get());
    }

    private Object answer(String called, String argument) {
        List<String> values = headers.getOrDefault(argument.toLowerCase(Locale.ROOT), List.of());
        return switch (called) {
            case "getMethod" -> method;
            case "getRemoteAddr" -> peer;
            case "isSecure" -> false;
            case "getHeader" -> values.isEmpty() ? null : values.get(0);
            case "getHeaders" -> Collections.enumeration(values);
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getParameter" -> query.containsKey(argument) ? query.get(argument)[0] : null;
            case "getParameterMap" -> query;
            default -> throw new UnsupportedOperationException(called);
        };
    }
}

package org.ronron.lent;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Host;

/**
 * What an answer that is no success means. Errors have a code and a message: members of a JSON, or
 * elements of an XML as S3 writes it.
 *
 * @param strangers codes of a 403 that are about who we are, not about what we may
 * @param supported the version that is spoken here, for a 426
 */
public record Refusal(Set<String> strangers, String supported) {
    private static final Pattern CODE = Pattern.compile("[\"<]Code(?:\":\"|>)([A-Za-z]{1,60})");
    private static final Pattern MESSAGE =
            Pattern.compile("[\"<][Mm]essage(?:\": ?\"|>)([^\"<]{1,300})");

    public Refusal {
        strangers = Set.copyOf(strangers);
    }

    Fault of(Host host, String call, Response answer, byte[] body) {
        int status = answer.code();
        String text = new String(body, StandardCharsets.UTF_8);
        String code = member(CODE, text, answer.header("X-Minio-Error-Code"));
        String message = member(MESSAGE, text, answer.header("X-Minio-Error-Desc"));
        if (status == 401 || status == 403 && strangers.contains(code)) {
            return host.fault(CommonError.LOGIN_REFUSED).fault();
        }
        if (status == 403 && code.equals("AccessDenied")) {
            return host.fault(CommonError.RIGHT_MISSING, "right", call).fault();
        }
        if (status == 426) {
            return host.fault(CommonError.WRONG_VERSION, "version", message, "supported", supported)
                    .fault();
        }
        String said = (code + " " + message).strip();
        return host.fault(CommonError.SERVER_ERROR, "status", "" + status, "message", said).fault();
    }

    /** A HEAD has no body: there MinIO says it in headers. */
    private static String member(Pattern pattern, String text, @Nullable String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise == null ? "" : otherwise;
    }
}

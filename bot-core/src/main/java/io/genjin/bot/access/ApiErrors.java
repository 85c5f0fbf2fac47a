package io.genjin.bot.access;

import io.genjin.bot.platform.Trace;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.bot.wecom.WeComSilent;
import io.genjin.crm.NoSuchRecord;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of the open API as RFC 9457 problem details that name the field and never hold an inner message. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final Duration retryAfter;

    ApiErrors(@Value("${genjin.api.retry-after:PT30S}") Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    @ExceptionHandler(NoSuchRecord.class)
    ProblemDetail unknown() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这条记录");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getName() + "：格式不对");
    }

    @ExceptionHandler(ApiRefused.class)
    ProblemDetail refused(ApiRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler({
        WeComSilent.class,
        WeComRefused.class,
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> later(RuntimeException passing, WebRequest request) {
        log.warn("{} could not be answered now: {}", request.getDescription(false), Trace.of(passing));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "暂时答不了，什么也没有改，请稍后再试"));
    }

    @ExceptionHandler(RuntimeException.class)
    ProblemDetail broken(RuntimeException broken, WebRequest request) {
        log.error("{} failed: {}", request.getDescription(false), Trace.of(broken));
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "内部错误，已记录");
    }
}

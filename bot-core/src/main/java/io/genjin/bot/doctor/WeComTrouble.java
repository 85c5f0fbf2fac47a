package io.genjin.bot.doctor;

/** What WeCom's refusals mean that any call can meet (doc 90313). */
final class WeComTrouble {
    private WeComTrouble() {}

    static Finding silent() {
        return Finding.bad("企业微信没有回应", "过几分钟再体检一次");
    }

    static Finding refused(int errcode) {
        return switch (errcode) {
            case -1 -> Finding.bad("企业微信忙（-1）", "过几分钟再体检一次");
            case 45009 -> Finding.bad("调用太频繁，企业微信暂时不回答（45009）", "等一小时，再体检一次");
            case 48002 -> Finding.bad("应用没有这个接口的权限（48002）", "在管理后台给本应用开通权限");
            case 50003 -> Finding.bad("应用已停用（50003）", "管理后台 → 应用管理 → 本应用，启用它");
            default -> Finding.bad("企业微信答复 " + errcode, "在企业微信的错误码页面查 " + errcode);
        };
    }
}

//! The Chinese words of the help, by the English ones.

/// The words of a text of the help.
pub(super) fn in_chinese(english: &str) -> Option<&'static str> {
    WORDS.iter().find(|(words, _)| *words == english).map(|(_, chinese)| *chinese)
}

/// What the parser writes by itself around the words.
pub(super) const WRITTEN: &[(&str, &str)] = &[
    ("[OPTIONS]", "[选项]"),
    ("选项:", "选项："),
    ("参数:", "参数："),
    ("命令:", "命令："),
    ("[default: ", "[默认："),
    ("[possible values: ", "[可选："),
    ("Possible values:", "可选值："),
];

/// Headings of the manual page.
pub(super) const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "名称"),
    ("SYNOPSIS", "用法"),
    ("DESCRIPTION", "说明"),
    ("COMMANDS", "命令"),
    ("VERSION", "版本"),
];

/// Commands and arguments, in the order of `args`.
pub(super) const WORDS: &[(&str, &str)] = &[
    ("A full-screen terminal video editor that you talk to", "在全屏终端里用对话剪辑视频"),
    ("Files to add to the session, then open the editor", "先把这些文件加入会话，再打开编辑器"),
    (
        "Where the work is done: studio (built in), cloud, or an address of the same contract",
        "在哪里制作：studio（内置）、cloud（云端），或同一协议的服务地址",
    ),
    ("Short for --backend cloud", "等同于 --backend cloud"),
    (
        "Which session: an id (its beginning is enough), new, or last",
        "哪个会话：编号（开头几位即可）、new（新建）或 last（最近一个）",
    ),
    (
        "Which kind of work: a built-in profile's name, or the path of a profile file",
        "哪类工作：内置配置的名称，或配置文件的路径",
    ),
    (
        "Settings from this file instead of the usual one; without a file (`doctor --config`): print them",
        "改用这个设置文件；不写文件（`doctor --config`）则打印全部设置",
    ),
    ("Print one JSON object a line on standard output", "在标准输出上每行打印一个 JSON 对象"),
    ("Say nothing but results and problems", "只输出结果和问题"),
    (
        "The editor in lines, for screen readers and pipes (CUTROOM_PLAIN=1 does the same)",
        "逐行模式的编辑器，用于读屏软件和管道（等同于 CUTROOM_PLAIN=1）",
    ),
    ("Use no colours (NO_COLOR does the same)", "不使用颜色（等同于 NO_COLOR）"),
    (
        "Upload, ask, and export in one pass without a screen",
        "不打开界面，一次完成上传、对话和导出",
    ),
    (
        "Make many films: each row of a table is a session, its words and its export",
        "批量制作：表格的每一行是一个会话，含要说的话和导出",
    ),
    ("Show what is on the timeline", "显示时间线的内容"),
    ("Show the credits", "显示积分"),
    ("Render the film and save it", "渲染影片并保存"),
    (
        "The file to write; in the studio its ending says what it becomes: mp4, mov, mkv, webm, gif, sound \
         alone as m4a, mp3 or wav, or one frame as png or jpg",
        "要写的文件；在本机工作室，扩展名决定格式：mp4、mov、mkv、webm、gif，\
         只要声音用 m4a、mp3 或 wav，只要一帧用 png 或 jpg",
    ),
    ("Replace an existing file", "替换已有的文件"),
    ("Add files to the session", "把文件加入会话"),
    ("The files", "要加入的文件"),
    ("List the jobs, or take up and stop some of them", "列出任务，或继续、停止其中一些"),
    ("List the sessions", "列出会话"),
    ("List the profiles", "列出配置"),
    ("Print the session's draft as JSON", "以 JSON 打印会话的草稿"),
    ("Render a draft from a file, without a session", "不用会话，直接渲染文件中的草稿"),
    ("The draft", "草稿文件"),
    ("The folder with the files that it names", "草稿所用文件所在的文件夹"),
    (
        "The file to write; its ending says what it becomes: mp4, mov, mkv, webm, gif, sound alone as m4a, \
         mp3 or wav, or one frame as png or jpg",
        "要写的文件；扩展名决定格式：mp4、mov、mkv、webm、gif，\
         只要声音用 m4a、mp3 或 wav，只要一帧用 png 或 jpg",
    ),
    (
        "Run the studio alone, for other clients of the contract",
        "只运行工作室，供同一协议的其他客户端使用",
    ),
    ("Where to listen", "监听的地址"),
    (
        "Misbehave on purpose, to test clients: faults, comma separated, such as silent,drop=0.3,5xx@chat:1, \
         or all (docs/chaos.md)",
        "故意出错以测试客户端：以逗号分隔的故障，如 silent,drop=0.3,5xx@chat:1，或 all（见 docs/chaos.md）",
    ),
    (
        "Repeat a run of --chaos: its seed, as it was printed",
        "重复一次 --chaos 运行：当时打印的种子",
    ),
    ("Open the editor with sample media made on the spot", "用当场生成的示例素材打开编辑器"),
    (
        "Only make the sample files, in this folder, and do not open the editor",
        "只在这个文件夹里生成示例文件，不打开编辑器",
    ),
    (
        "Tell what works here: ffmpeg, fonts, terminal, disk; with a bare --config: every setting",
        "检查此处的环境：ffmpeg、字体、终端、磁盘；加上不带值的 --config 则列出全部设置",
    ),
    (
        "Only list every action by name, with its keys as they are now",
        "只列出全部操作的名称及其当前按键",
    ),
    ("Print completions for a shell", "打印 shell 的补全脚本"),
    ("Which shell", "哪种 shell"),
    ("Print the manual page", "打印手册页"),
    ("A file to add (repeat for more)", "要加入的文件（可重复）"),
    (
        "What to say (repeat for more; - reads standard input)",
        "要说的话（可重复；- 表示读取标准输入）",
    ),
    ("Render the film into this file at the end", "最后把影片渲染到这个文件"),
    ("Take up what was interrupted, and wait for it", "继续中断的任务，并等它完成"),
    ("Which jobs; all of them where none is named", "哪些任务；不写则为全部"),
    ("Stop jobs", "停止任务"),
    ("Which jobs", "哪些任务"),
    ("For a look", "用于预览"),
    ("For most uses", "适合多数用途"),
    ("For keeps", "用于保存"),
    (
        "The table: TOML with [[row]] entries, or CSV with a header. Keys and columns: name, files, prompt, \
         export, profile, backend. Paths begin at the table's folder",
        "表格：含 [[row]] 条目的 TOML，或带表头的 CSV。键和列：name、files、prompt、\
         export、profile、backend。路径从表格所在的文件夹算起",
    ),
    ("How many rows are worked on at a time, 1 to 16", "同时处理几行，1 到 16"),
    ("Do every row again, also those that are done", "每一行都重做，包括已完成的"),
    ("Replace files that are there", "替换已有的文件"),
    ("Only tell what would be done", "只说明会做什么"),
    ("How good the picture is, against how long it takes", "画质，与所需时间相对"),
    (
        "Which moment a still (png, jpg) shows, such as 5s, 0:05 or 1:02:03.5",
        "单帧（png、jpg）取哪一刻，如 5s、0:05 或 1:02:03.5",
    ),
    (
        "How large the file may become, such as 8MB or 1.5GB; it is encoded to fit",
        "文件最大多大，如 8MB 或 1.5GB；编码时会满足这个大小",
    ),
    (
        "Check the film against what a platform takes, and keep it within its size",
        "按平台的要求检查影片，并控制在其大小之内",
    ),
    (
        "What encodes H.264: software (the same frames on every machine), auto (the first one in \
         hardware that works), or one by its name, for which software stands in where it fails",
        "用什么编码 H.264：software（在任何机器上画面都相同）、auto（第一个可用的硬件编码器），或指定名称；该编码器失败时改用 software",
    ),
    (
        "Only tell how large the file will be and how long it takes, and make nothing",
        "只说明文件会有多大、要用多久，不制作任何东西",
    ),
    ("Print help", "显示帮助"),
    ("Print help (see more with '--help')", "显示帮助（详细说明用 --help）"),
    ("Print help (see a summary with '-h')", "显示帮助（简要说明用 -h）"),
    ("Print version", "显示版本"),
    ("Print this message or the help of the given subcommand(s)", "显示本说明，或某个命令的帮助"),
];

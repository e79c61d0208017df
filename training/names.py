# ruff: noqa: E501  (word lists)
"""Invented names for synthetic training passages: people of many countries, titles, makers, awards, places.

Single words are common ones of their language; whole names are put together by chance, and half of the Japanese
and coined ones are made of syllables, so that a model must learn shape and context instead of a list.
"""

import re
from random import Random

JAPANESE_FAMILY = """Sato Suzuki Takahashi Tanaka Ito Nakamura Kobayashi Kato Yoshida Sasaki Matsumoto Inoue Kimura
Hayashi Saito Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Maeda Fujita Ogawa Goto Okada Hasegawa Murakami Kondo
Ishii Sakamoto Endo Aoki Fujii Nishimura Fukuda Ota Miura Takeuchi Nakajima Okamoto Matsuda Harada Nakano Ono Tamura
Fujiwara Kaneko Wada Nakayama Ishida Ueda Morita Hara Sakai Kudo Yokoyama Miyazaki Miyamoto Uchida Takagi Ando
Taniguchi Ohno Maruyama Imai Kono Fujimoto Takada Sugiyama Murata Otsuka Hirano Sugawara Kojima Chiba Kubo Iwasaki
Sakurai Kinoshita Noguchi Nomura Kikuchi Sano Sugimoto Arai Hamada Ichikawa Furukawa Komatsu Mizuno Tsukino Amano
Kurosawa Asakura Hoshino Kirishima Tsukishima Shirogane Minamoto Katsuragi Himeno Saotome Kuroki Hanazawa""".split()
JAPANESE_GIVEN = """Haruto Yuto Sota Yuki Hayato Haruki Ryusei Koki Sora Riku Takumi Kaito Daiki Kenta Ryota Shota
Naoki Kazuki Yusuke Daisuke Makoto Hiroshi Takashi Kenji Akira Satoshi Osamu Minoru Shigeru Isamu Jun Ken Rei Sakura
Hina  Aoi Rin Miyu Akari Ema Ichika Mio Riko Himari Misaki Nanami Ayaka Haruka Mai Emi Yoko Keiko Kumiko Naoko
Junko Megumi Asuka Reina Saki Natsuki Kaori Miho Chihiro Kaede Tsubasa Hikari Nozomi Ayumi Eri  Sayaka Kyoko
Noriko Fumiko Tatsuya Yoshiki Masaki Masato Shinji Eiji Seiji Koji Yuji Goro Ichiro Jiro Saburo Ryo Sho Go Mamoru
Wataru Tsutomu Noboru Susumu Kotaro Shuntaro Rintaro Kentaro Ryotaro Yumeko Suzume Tsugumi Kokoro Mikoto Kanade
Ruri Shiori Iori Nagisa Mizuki Fuyumi Koharu Chiaki""".split()
WESTERN_GIVEN = """James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard
Susan Joseph Jessica Thomas Sarah Charles  Christopher Nancy Daniel Lisa Matthew Betty Anthony Margaret Mark Sandra
Donald Ashley Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George
Melissa Edward Deborah Ronald Stephanie Timothy Rebecca Jason Laura Jeffrey Helen Ryan Amy Jacob Angela Gary Shirley
Nicholas Brenda Eric Emma Jonathan Olivia Stephen Cynthia Larry Marie Justin Janet Scott Catherine Brandon Frances
Benjamin Samantha Samuel Debra Gregory Rachel Frank Carolyn Alexander Virginia Raymond Maria Patrick Heather Jack Diane
Dennis Julie Jerry Joyce Tyler Victoria Aaron Kelly Jose Christina Adam Joan Nathan Evelyn Henry Judith Zachary Megan
Cheryl Peter Hannah Kyle Martha Noah Gloria Ethan Teresa Jeremy Sophie Oscar Freya Lars Ingrid Pierre Claire Jean
Hans Greta Luca Giulia Marco Chiara Javier Lucia Carlos Elena Ivan Olga Dmitri Natasha Piotr Agnieszka Sean Aoife
Niamh Callum Imogen Tristan Isla Rhys Gwen Miles Jasper Phoebe Dexter Cora""".split()
WESTERN_FAMILY = (
    """Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson
Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King
Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez
Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz
Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett
Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Ferrari Rossi Bianchi
Moreau Lefebvre Dubois Laurent Schneider Fischer Weber Wagner Becker Novak Kowalski Nowak Petrov Ivanova Larsen
Hansen Lindqvist Virtanen O'Brien O'Connor McCarthy MacLeod McKenzie Fitzgerald van Dijk de Vries de la Cruz Blackwood
Ashworth Hawthorne Winterbourne Kingsley Thorne Fairchild Hargreaves Penhaligon Whitlock Marlowe Vance""".replace(
        "van Dijk", "van_Dijk"
    )
    .replace("de Vries", "de_Vries")
    .replace("de la Cruz", "de_la_Cruz")
    .split()
)
KOREAN_FAMILY = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Ryu Hong Jeon Bae".split()
KOREAN_GIVEN = """Min Ji Seo Joon Hyun Woo Soo Young Hee Jin Ah Yeon Eun Bin Tae Sung Kyung Ho Jae Won In Chae Na Ha
Dong Hoon Seung Mi Yoo""".split()
INDIAN_GIVEN = """Arjun Priya Rohan Ananya Vikram Deepika Rahul Kavya Aditya Sneha Karan Nisha Sanjay Meera Rajesh
Pooja Amit Shreya Nikhil Divya Tarun Lakshmi Harish Swati""".split()
INDIAN_FAMILY = """Sharma Verma Gupta Singh Kumar Reddy Iyer Menon Nair Chopra Malhotra Banerjee Mukherjee Das Joshi
Desai Mehta Bhatia Rao Pillai Sen Ghosh Kulkarni Deshmukh""".split()
SPANISH_FAMILY = "García Fernández López Martínez Sánchez Pérez Gómez Álvarez Muñoz Núñez Ibáñez Côté Müller Sørensen Åkesson Čapek Śliwa Şahin".split()
CHINESE = "Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo".split()
CHINESE_GIVEN = "Wei Fang Na Xiuying Min Jing Lei Qiang Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiulan Xia Ping Haoran Zixuan".split()
YORUBA_GIVEN = """Adebayo Folake Temitope Babajide Yetunde Olumide Titilayo Kolawole Bisi Segun Abimbola Damilola Ifeoma Emeka
Chidi Ngozi Obinna Uche Adaeze Kelechi Aminata Kwame Kofi Akosua Abena Tendai Themba Wanjiru Mwangi Fatou""".split()
YORUBA_FAMILY = """Adeyemi Ogunleye Balogun Akinola Oyelaran Adebisi Eze Okonkwo Nwachukwu Igwe Mensah Asante Owusu Boateng
Diop Ndiaye Traoré Keita Moyo Dlamini Kamau Otieno Afolabi Olatunji""".split()
POLISH_GIVEN = """Katarzyna Małgorzata Zofia Jadwiga Tomasz Krzysztof Wojciech Grzegorz Paweł Łukasz Jiří Zdeněk Bohumil Milica
Dragan Goran Vesna László Zsófia Gábor Ilinca Mihai Radu Oleksandr Yevhen Svetlana Tatiana""".split()
POLISH_FAMILY = """Wiśniewska Zieliński Szymańska Woźniak Kamińska Jankowski Mazur Krawczyk Dvořák Svoboda Horáková Novotný
Jovanović Petrović Horvat Kovács Szabó Nagy Popescu Ionescu Shevchenko Bondarenko Volkova Sokolov""".split()
IBERIAN_GIVEN = """João Thiago Beatriz Luana Caetano Fernanda Rafael Larissa Gustavo Inês Tomás Matilde Ximena Joaquín Soledad
Itziar Montserrat Camila Valentina Ignacio Renata Paulo Marisa Vítor""".split()
IBERIAN_FAMILY = """Silva Oliveira Pereira Carvalho Ribeiro Almeida Nascimento Barbosa dos_Santos da_Silva Teixeira Moreira
Figueiredo Salgado Quintana Aguirre Etxeberria Vidal Cordero Pizarro Beltrán de_Souza""".split()
FRENCH_GIVEN = """Amélie Benoît Céline Étienne Élodie Mathieu Solène Thibault Margaux Gaël Noémie Loïc Delphine Yannick
Matteo Francesca Alessandro Ilaria Jürgen Liesel Anselm Saskia Maarten Femke Søren Astrid Håkon Sigrún""".split()
FRENCH_FAMILY = """Dupont Bernard Girard Fontaine Chevalier Roussel Lemoine Marchand Perrault Delacroix de_La_Tour Le_Goff
Romano Conti Ricci Hoffmann Vogel Zimmermann van_den_Berg Jansen Nilsson Bergström Halvorsen Jónsdóttir""".split()
ARABIC_GIVEN = """Ahmed Fatima Khalid Layla Omar Nour Yasmin Hassan Samira Tariq Amal Rami Leyla Emre Zeynep Kerem Shirin Dariush
Parisa Farhad Noa Eitan Shira""".split()
ARABIC_FAMILY = """Haddad Mansour al-Rashid El_Amrani Khoury Saleh Nasser al-Masri bin_Saleh Yılmaz Demir Kaya Öztürk Rostami
Farahani Hosseini Levi Mizrahi Ben-Ami""".split()
VIETNAMESE_FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Tran Pham Le Dang Santos Reyes Aquino Wijaya Suharto Somchai".split()
)
VIETNAMESE_GIVEN = (
    "Thị_Lan Văn_Minh Quang_Huy Thu_Hà Minh_Anh Đức Linh Bayani Ligaya Dewi Putri Siriporn Anong Kiet".split()
)
CULTURES = [
    (YORUBA_GIVEN, YORUBA_FAMILY), (POLISH_GIVEN, POLISH_FAMILY), (IBERIAN_GIVEN, IBERIAN_FAMILY), (FRENCH_GIVEN, FRENCH_FAMILY),
    (ARABIC_GIVEN, ARABIC_FAMILY),
]  # fmt: skip
ROMANCE = """jardim casa rio noite mar sombra cidade memória jardín sueño cielo camino sangre verano nuit maison fleur ombre
lumière hiver silence rêve notte strada cuore mare cinema las dom miasto noc rzeka droga""".split()
KOREAN_WORDS = "byeol haneul baram gyeoul norae sarang gil bada kkum jip hae dal namu bom".split()
ONSETS = [*"k s t n h m y r w g z d b p sh ch ts j ky ry ny hy f".split(), ""]
VOWELS = ["a", "i", "u", "e", "o"] * 4 + ["ō", "ō", "ū"]
COINED = "vel dra kor mira zan tho lys fen gar nox ery sil tha bel quor ash rin dal ves mor kai lun ora ter xan ild wyn bra sto nim jav rok ply".split()
ADJECTIVES = """Silent Broken Crimson Last First Hidden Eternal Lost Golden Silver Forgotten Endless Secret Hollow
Burning Frozen Wandering Little Big Happy Strange Beautiful Lonely Distant Dark Bright Perfect Ordinary Infinite Sacred
Wicked Gentle Reckless Invisible Electric Paper Glass Iron Scarlet Blue White Black Red Green Quiet Mad Restless Second
Final Good Bad Blind Sleeping Flying Running Dancing Whispering Reluctant Accidental Impossible Royal Savage Tender
Unlikely Midnight Winter Summer Autumn Spring""".split()
NOUNS = """Garden River Crown Heart Blade Moon Star Sun Sky Sea Ocean Mountain Forest City Village Castle Tower Bridge
Road Journey Letter Song Melody Dream Memory Shadow Light Flame Ember Ash Storm Rain Snow Wind Thunder Wolf Fox Crow
Raven Tiger Dragon Butterfly Moth Spider Lion King Queen Prince Princess Knight Witch Wizard Alchemist Hero Demon
Angel Ghost Devil God Goddess Thief Assassin Detective Doctor Teacher Student Soldier Captain Chef Gardener Painter
Librarian Clockmaker Daughter Son Mother Father Sister Brother Wife Bride Stranger Friend Neighbor Girl Boy Child
Hunter Sailor Pilot Machine Engine Clock Mirror Window Door Key Lantern Candle Umbrella Teacup Orchard Harbor Island
Lighthouse Kingdom Empire Academy Library Cafe Kitchen Diary Chronicle Tale Legend Saga Symphony Requiem Waltz Rhapsody
Paradise Labyrinth Horizon Eclipse Orbit Planet Galaxy Universe Frontier Zero Revolution Rebellion War Peace Love Hate
Promise Lie Truth Sin Grace Sorrow Joy Night Day Dawn Dusk Morning Evening Season Year Century Hour Minute Apocalypse
Blossom Rose Lily Violet Cherry Apple Bone Blood Stone Steel Feather Wing Mask Puppet Circus Carnival Parade""".split()
VERBS = "Eat Kiss Save Kill Forget Remember Follow Find Watch Catch Call Leave Love Marry Wake Hold Stop Believe Dance Sing Run".split()
ROMAJI = """kimi boku watashi ore hoshi tsuki sora umi yume kaze hana yuki ame hikari kage koe uta natsu fuyu haru aki
machi mori kawa neko inu tori kitsune majo mahou shoujo shounen sekai monogatari tabi isekai yuusha maou hime ouji
seishun koi ai kokoro namida kioku tobira kagi tegami shiro kuro aka ao midori mikazuki hanabi sakana tenshi akuma
kishi ryuu ken tate kyoushitsu gakkou sensei senpai imouto onee-chan nichijou densetsu senki""".split()
PLACES = """Tokyo Osaka Kyoto Nagoya Sapporo Fukuoka Kobe Yokohama Sendai Hiroshima Kanazawa Nara Okayama Niigata
Shizuoka Hokkaido Okinawa Nagano Kamakura Hakodate London Paris Berlin Madrid Rome Milan Vienna Prague Warsaw Budapest
Amsterdam Brussels Dublin Edinburgh Glasgow Manchester Liverpool Bristol Leeds Lyon Marseille Munich Hamburg Cologne
Barcelona Lisbon Porto Athens Stockholm Oslo Copenhagen Helsinki Moscow Kyiv Istanbul Cairo Lagos Nairobi Johannesburg
Mumbai Delhi Kolkata Chennai Bangalore Karachi Lahore Dhaka Beijing Shanghai Guangzhou Taipei Seoul Busan Incheon
Bangkok Hanoi Jakarta Manila Singapore Sydney Melbourne Brisbane Perth Auckland Wellington Toronto Montreal Vancouver
Chicago Boston Seattle Austin Dallas Houston Denver Atlanta Miami Philadelphia Detroit Portland Nashville Brooklyn
California Texas Florida Ontario Quebec Bavaria Catalonia Cornwall Yorkshire Ohio Oregon Japan China France Germany Italy
Spain Portugal Poland Sweden Norway Denmark Finland Ireland Scotland Wales England Canada Australia Brazil Argentina
Mexico Chile Peru India Pakistan Thailand Vietnam Indonesia Malaysia Egypt Kenya Nigeria Turkey Greece Russia Ukraine
Britain Austria Belgium Switzerland Iceland""".split()
PLACES += """Lisbon Recife Salvador Curitiba Kraków Gdańsk Łódź Ibadan Abuja Accra Kumasi Dakar Nantes Toulouse Bordeaux Turin
Bologna Naples Valencia Bilbao Seville Leipzig Dresden Zürich Geneva Rotterdam Ghent Malmö Bergen Reykjavík Tallinn Riga
Vilnius Belgrade Zagreb Ljubljana Sofia Bucharest Tbilisi Yerevan Beirut Amman Casablanca Tunis Hyderabad Pune Jaipur
Chengdu Wuhan Nanjing Kaohsiung Daegu Gwangju Jeju Cebu Nagasaki Kagoshima Matsuyama Aomori Takayama Belfast Cardiff
Leicester Norwich Exeter York Bath Aberdeen Galway Cork Halifax Calgary Ottawa Minneapolis Cleveland Tucson Savannah
Nevada Georgia Vermont Maine Louisiana Andalusia Tuscany Provence Brittany Silesia Galicia Kerala Punjab""".split()
PLACES += [f"{word} Prefecture" for word in ("Aichi", "Gunma", "Toyama", "Ehime", "Akita", "Shiga")]
PLACES += [
    "New York",
    "Los Angeles",
    "San Francisco",
    "San Diego",
    "Las Vegas",
    "New Zealand",
    "South Korea",
    "United States",
    "United Kingdom",
    "South Africa",
    "Hong Kong",
    "New York City",
    "Buenos Aires",
    "Rio de Janeiro",
    "Mexico City",
    "the_United States",
    "the_United Kingdom",
    "the_Netherlands",
    "the_Philippines",
    "US",
    "UK",
    "U.S.",
    "USA",
    "Czech Republic",
    "Tel Aviv",
]
REGIONS = [
    "Asia",
    "Europe",
    "Africa",
    "North America",
    "South America",
    "Latin America",
    "Southeast Asia",
    "East Asia",
    "Oceania",
    "Middle East",
    "Scandinavia",
    "Mount Fuji",
    "Lake Biwa",
    "Pacific Ocean",
    "Mediterranean",
    "Antarctica",
]
NETWORKS = """Channel_4 BBC_One BBC ITV NHK CBS NBC ABC HBO Fox  TV_Tokyo TBS Fuji_TV Nippon_TV BS11  MBS
Kansai_TV KBS SBS MBC tvN JTBC Sky_One Syfy Showtime PBS Rai_1 ARD ZDF Star_Plus Zee_TV Colors_TV MTV Disney_Channel
Cartoon_Network Adult_Swim Nickelodeon """.split()
STREAMING = """Netflix Hulu  HIDIVE Funimation Disney+ Amazon_Prime_Video Prime_Video Apple_TV+ Muse_Asia
Bilibili   Instagram Spotify Steam Manga_Plus Pixiv Niconico Viki Viu iQIYI Max Peacock Paramount+""".split()
ORG_TAILS = """Pictures Entertainment Studios Animation Films Productions Publishing Books Press Games Interactive Records
Music Media Broadcasting Television Comics Works Company Inc. Group Corporation Creative Theatre Distribution""".split()


def choose(rng: Random, *options: str) -> str:
    return rng.choice(options)


def syllables(rng: Random, low: int = 2, high: int = 4) -> str:
    """A word that could be Japanese."""
    word = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.randint(low, high)))
    return (word + rng.choice(["", "", "", "n"])).capitalize()


def coined(rng: Random) -> str:
    return "".join(rng.choice(COINED) for _ in range(rng.randint(2, 3))).capitalize()


def long_vowels(rng: Random, word: str) -> str:
    """Another romanisation of the same word, sometimes: Shota, Shouta, Shōta."""
    if rng.random() < 0.25 and "o" in word:
        return word.replace("o", rng.choice(["ō", "ou"]), 1)
    return word


def japanese(rng: Random) -> tuple[str, str]:
    family = rng.choice(JAPANESE_FAMILY) if rng.random() < 0.5 else syllables(rng, 2, 4)
    given = rng.choice(JAPANESE_GIVEN) if rng.random() < 0.5 else syllables(rng, 2, 3)
    return long_vowels(rng, given), long_vowels(rng, family)


def western(rng: Random) -> tuple[str, str]:
    given = rng.choice(WESTERN_GIVEN) if rng.random() < 0.8 else coined(rng)
    family = (rng.choice(WESTERN_FAMILY) if rng.random() < 0.75 else coined(rng)).replace("_", " ")
    style = rng.random()
    if style < 0.06:
        given += f" {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    elif style < 0.10:
        given = f"{rng.choice('ABCDEGHJKLMPRST')}. {rng.choice('ABCDEJLMRST')}."
    elif style < 0.16:
        given += f" {rng.choice(WESTERN_GIVEN)}"
    elif style < 0.18:
        family += rng.choice([" Jr.", " III"])
    elif style < 0.21:
        family += "-" + rng.choice(WESTERN_FAMILY).replace("_", " ").split()[-1]
    return given, family


def korean(rng: Random) -> tuple[str, str]:
    return f"{rng.choice(KOREAN_GIVEN)}-{rng.choice(KOREAN_GIVEN).lower()}", rng.choice(KOREAN_FAMILY)


def other(rng: Random) -> tuple[str, str]:
    pool = rng.choice(
        [(INDIAN_GIVEN, INDIAN_FAMILY), (WESTERN_GIVEN, SPANISH_FAMILY), (CHINESE_GIVEN, CHINESE), *CULTURES, *CULTURES]
    )
    given, family = rng.choice(pool[0]), rng.choice(pool[1]).replace("_", " ")
    style = rng.random()
    if style < 0.08:
        given += f" {rng.choice(pool[0])}"
    elif style < 0.16:
        family += f"-{rng.choice(rng.choice(CULTURES)[1]).split('_')[-1]}"
    elif style < 0.24:
        family = rng.choice(WESTERN_FAMILY).replace("_", " ")
    elif style < 0.30:
        given = rng.choice(WESTERN_GIVEN)
    return given, family


def family_first(rng: Random) -> tuple[str, str]:
    """(full name, family name) of names that begin with the family: Chinese, Vietnamese, Korean."""
    style = rng.random()
    if style < 0.35:
        family = rng.choice(VIETNAMESE_FAMILY)
        return f"{family} {rng.choice(VIETNAMESE_GIVEN).replace('_', ' ')}", family
    family = rng.choice(CHINESE)
    given = "-".join(rng.sample(CHINESE_GIVEN, 2)) if style < 0.7 else rng.choice(CHINESE_GIVEN)
    return f"{family} {given.capitalize() if '-' not in given else given.title()[:1] + given[1:].lower()}", family


def person(rng: Random) -> tuple[str, str]:
    """(full name, family name)."""
    kind = rng.random()
    if kind < 0.36:
        given, family = japanese(rng)
        full = f"{family} {given}" if rng.random() < 0.15 else f"{given} {family}"
    elif kind < 0.44:
        given, family = korean(rng)
        full = f"{family} {given}"
    elif kind < 0.48:
        return family_first(rng)
    elif kind < 0.66:
        given, family = other(rng)
        full = f"{given} {family}"
    elif kind < 0.70:
        pen = rng.choice([coined(rng), syllables(rng), rng.choice(JAPANESE_GIVEN + WESTERN_GIVEN)])
        pen = rng.choice([pen, pen, pen, pen.lower(), pen.upper()])
        return pen, pen
    else:
        given, family = western(rng)
        full = f"{given} {family}"
    return full, family


def character(rng: Random) -> tuple[str, str]:
    """(full name, given name)."""
    kind = rng.random()
    if kind < 0.36:
        given, family = japanese(rng)
        return (f"{family} {given}" if rng.random() < 0.2 else f"{given} {family}"), given
    if kind < 0.54:
        given, family = western(rng)
        return f"{given} {family}", given
    if kind < 0.62:
        given, family = other(rng)
        return f"{given} {family}", rng.choice([given, given, family])
    if kind < 0.66:
        given, family = korean(rng)
        return f"{family} {given}", given
    if kind < 0.85:
        name = coined(rng) if rng.random() < 0.5 else rng.choice(JAPANESE_GIVEN + WESTERN_GIVEN)
        return name, name
    if kind < 0.93:
        name = f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}"
        return name, name
    bare = rng.choice(
        [coined(rng), rng.choice(WESTERN_GIVEN), rng.choice(WESTERN_FAMILY).replace("_", " "), rng.choice(NOUNS)]
    )
    name = f"{choose(rng, 'Captain', 'Lord', 'Lady', 'King', 'Queen', 'Princess', 'Uncle', 'Aunt', 'Detective', 'Inspector', 'Sister', 'Old', 'Little', 'Grandma', 'Madame')} {bare}"
    return name, name


def _phrase(rng: Random) -> str:
    a, b, _c = rng.sample(NOUNS, 3)
    d, e = rng.sample(ADJECTIVES, 2)
    n = rng.choice(["Two", "Three", "Seven", "Nine", "Hundred", "Thousand", "12", "13", "86", "1001"])
    v = rng.choice(VERBS)
    name = rng.choice(WESTERN_GIVEN + JAPANESE_GIVEN)
    r = rng.sample(ROMAJI, 3)
    kind = rng.randrange(66)
    s = [word.capitalize() if rng.random() < 0.6 else word for word in rng.sample(ROMANCE, 2)]
    k = rng.sample(KOREAN_WORDS, 2)
    made = [
        f"{d} {a}",
        f"The {d} {a}",
        f"The {a} of {b}",
        f"The {a} of the {b}",
        f"{a} of {b}",
        f"{a} and {b}",
        f"The {a} and the {b}",
        f"{a}",
        f"{a}s",
        f"{d} {a} {b}",
        f"{n} {a}s",
        f"My {d} {a}",
        f"My {a} Is a {b}",
        f"A {a} in the {b}",
        f"{a}'s {b}",
        f"The {a}'s {d} {b}",
        f"{v} the {a}",
        f"{v} Me, {name}",
        f"I {v} the {a}",
        f"I'm the {d} {a}",
        f"Don't {v} the {a}!",
        f"That Time I Became a {a}",
        f"Reborn as a {a}, I {v} the {b}",
        f"The {d} {a} Wants to {v} Me",
        f"Why Does the {a} {v}?",
        f"Is It Wrong to {v} a {a}?",
        f"Can a {a} {v} a {b}?",
        f"{a} no {b}",
        f"{r[0].capitalize()} no {r[1].capitalize()}",
        f"{r[0].capitalize()} wa {r[1].capitalize()} ga {r[2].capitalize()}",
        f"{r[0].capitalize()} to {r[1]} no {r[2]}",
        f"{r[0].capitalize()} ni {r[1].capitalize()}",
        f"{name}",
        f"{name} and the {d} {a}",
        f"{name}'s {a}",
        f"Saving {name}",
        f"{coined(rng)}",
        f"{coined(rng)} {a}",
        f"{coined(rng)} Online",
        f"{a} x {b}",
        f"{a} in {rng.choice(PLACES).replace('the_', '')}",
        f"From {a} to {b}",
        f"When the {a} {v}s",
        f"{d}, {e} {a}",
        f"The {a} Who {v}ed the {b}",
        f"{a}-chan",
        f"{a} & {b}",
        f"{a}, {b}",
        f"{d} {a}, {e} {b}",
        f"{a} for the {b}",
        f"A {a} for {name}",
        f"The {a} at the {b}",
        f"{a} Without {b}",
        f"What the {a} {v}s",
        f"{n} {a}s in {rng.choice(PLACES).replace('the_', '')}",
        f"{rng.choice(PLACES).replace('the_', '')} {a}",
        f"The {d} {a}'s {b}",
        f"{choose(rng, 'O', 'A', 'La', 'El', 'Le', 'Il')} {s[0].capitalize()} {choose(rng, 'de', 'do', 'del', 'di', 'du')} {s[1].capitalize()}",
        f"{s[0].capitalize()} {choose(rng, 'e', 'y', 'et', 'i')} {s[1]}",
        f"{k[0].capitalize()}-ui {k[1].capitalize()}",
        f"{rng.randint(1, 12)}:{rng.randint(10, 59)}",
        f"My {a} Used to Be the {d} {b}",
        f"The {a} {v}s at {choose(rng, 'Night', 'Dawn', 'Noon')}",
        f"After the {a}",
        f"All the {d} {a}s",
        f"{name} {v}s Again",
    ]
    return made[kind]


def title(rng: Random) -> str:
    text = re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", _phrase(rng))
    style = rng.random()
    if style < 0.12:
        text += ": " + _phrase(rng)
    elif style < 0.16:
        text += " " + rng.choice(["2", "3", "II", "III", "IV", "V", "VII", "64", "2049", "XIII"])
    elif style < 0.22:
        text += rng.choice(["!", "!!", "?", "...", "!?"])
    elif style < 0.25:
        text = text.upper()
    elif style < 0.27:
        text = f"{coined(rng)}: {text}"
    elif style < 0.29:
        text += f" – {_phrase(rng)}"
    elif style < 0.31:
        text = text.lower() if " " in text else text
        text = text[0].upper() + text[1:]
    return text


def song(rng: Random) -> str:
    text = _phrase(rng) if rng.random() < 0.8 else title(rng)
    if rng.random() < 0.1:
        text += f" ({_phrase(rng)})"
    return text


def company(rng: Random) -> str:
    kind = rng.randrange(20)
    word = rng.choice(
        [
            rng.choice(NOUNS),
            coined(rng),
            rng.choice(NOUNS),
            rng.choice(ADJECTIVES),
            syllables(rng),
            rng.choice(WESTERN_FAMILY).replace("_", " "),
        ]
    )
    tail = rng.choice(ORG_TAILS)
    return [
        f"{word} {tail}",
        f"{word} {tail}",
        f"Studio {word}",
        f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)} {tail}",
        word + rng.choice(["works", "soft", "gen", "plex", "max", "sha"]),
        f"{rng.choice('ABCDJPVX')}-{rng.randint(1, 9)} {tail}",
        f"{rng.randint(2, 99)} {rng.choice(['Produce', 'Degrees', 'Bit', 'Acre'])}",
        syllables(rng) + "sha",
        f"{word} & {rng.choice(WESTERN_FAMILY).replace('_', ' ')}",
        word.upper(),
        f"{rng.choice(ADJECTIVES)}{rng.choice(NOUNS).lower().capitalize()}",
        f"{word} {rng.choice(NOUNS)} {tail}",
        f"{word} {rng.choice(NOUNS)}",
        f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}",
        f"{word} House",
        f"{rng.choice(PLACES).replace('the_', '')} {tail}",
        f"{rng.choice(NOUNS)} and {rng.choice(NOUNS)}",
        f"{choose(rng, 'Filmes', 'Éditions', 'Casa', 'Grupo', 'Edizioni', 'Wydawnictwo')} {rng.choice(ROMANCE).capitalize()}",
        f"{word} {choose(rng, 'Shoten', 'Shobo', 'Agency', 'Management', 'Distribution', 'Novels', 'Webtoon', 'LLC', 'Releasing', 'Filmworks', 'Recordings', 'House', 'TV', 'Labs', 'Collective')}",
        f"{word}",
    ][kind]


def imprint(rng: Random) -> str:
    word = rng.choice([coined(rng), syllables(rng), rng.choice(NOUNS), rng.choice(ADJECTIVES)])
    return f"{word} {choose(rng, 'Bunko', 'Bunko', 'Books', 'Novels', 'Comics', 'J Books', 'Library', 'Press')}"


def magazine(rng: Random) -> str:
    word = rng.choice(
        [
            coined(rng),
            syllables(rng),
            rng.choice(NOUNS),
            rng.choice(["Young", "Big", "Dengeki", "Comic", "Gekkan"]) + " " + rng.choice(NOUNS),
        ]
    )
    return rng.choice(
        [
            f"Weekly Shōnen {word}",
            f"Weekly Shonen {word}",
            f"Monthly {word}",
            f"{word} Magazine",
            f"Monthly Comic {word}",
            f"Young {word}",
            f"{word} Plus",
            f"{word} Weekly",
            f"Bessatsu {word}",
            f"{word} Square",
            f"{word} Online",
            f"{word} Next",
            f"Comic {word}",
            f"{word}",
            f"{word} Review",
            f"The {word} {choose(rng, 'Herald', 'Times', 'Post', 'Gazette', 'Review', 'Courier', 'Chronicle')}",
            f"{rng.choice(PLACES).replace('the_', '')} {choose(rng, 'Herald', 'Times', 'Post', 'Gazette', 'Courier')}",
            f"{word}{choose(rng, 'Gate', 'Desk', 'Beat', 'Wire', 'Spot', 'Verse')}",
        ]
    )


def band(rng: Random) -> str:
    a = rng.choice(NOUNS)
    return rng.choice(
        [
            f"The {a}s",
            f"{rng.choice(ADJECTIVES)} {a}",
            coined(rng).upper(),
            coined(rng),
            coined(rng).lower(),
            f"{a} & {rng.choice(NOUNS)}",
            f"{a} Collective",
            f"{coined(rng)} {a}",
            syllables(rng).upper(),
        ]
    )


def award(rng: Random) -> str:
    word = rng.choice(
        [
            coined(rng),
            rng.choice(WESTERN_FAMILY).replace("_", " "),
            rng.choice(NOUNS),
            rng.choice(PLACES).replace("the_", ""),
            f"{rng.choice(JAPANESE_FAMILY)} {rng.choice(JAPANESE_GIVEN)}",
            rng.choice(NETWORKS).replace("_", " "),
            company(rng),
        ]
    )
    field = rng.choice(
        [
            "Anime",
            "Film",
            "Manga",
            "Music",
            "Game",
            "Television",
            "Theatre",
            "Literary",
            "Book",
            "Critics",
            "Film Critics",
            "Drama",
            "Entertainment",
            "Science Fiction",
            "Arts",
            "Comics",
            "Animation",
            "Seiyu",
        ]
    )
    return rng.choice(
        [
            f"{word} {field} Awards",
            f"{word} Awards",
            f"{word} Award",
            f"{word} Prize",
            f"{word} {field} Prize",
            f"{field} Awards of {rng.choice(PLACES).replace('the_', '')}",
            f"{word} Medal",
            f"{word} {field} Award",
            f"{word} Choice Awards",
            f"{word} {field} Circle Awards",
            f"{word} {field} Festival",
            f"{word} Best Ten",
            f"{word} {field} Grand Prix",
            f"{word} Taishō",
            f"{word} Academy Awards",
        ]
    )


def event(rng: Random) -> str:
    word = rng.choice(
        [
            coined(rng),
            rng.choice(PLACES).replace("the_", ""),
            rng.choice(NOUNS),
            f"{rng.choice(PLACES).replace('the_', '')} International",
        ]
    )
    base = rng.choice(
        [
            f"{word} Film Festival",
            f"{word} Festa",
            f"{word} Expo",
            f"{word} Con",
            f"{word} Comic Market",
            f"{word} Game Show",
            f"{word} Anime Fair",
            f"{word} Summer Olympics",
            f"{word} Festival",
            f"{word} World Cup",
            f"{word} Convention",
            f"{word} Fan Meeting",
            f"{word} Book Fair",
            f"{word} Live",
            f"{word} Showcase",
            f"{word}Con",
            f"{word}fest",
            f"{word} Biennale",
            f"{word} Comic Con",
            f"{word} Literary Festival",
            f"{word} Direct",
            f"{word} Days",
            f"{choose(rng, 'Festival', 'Feria', 'Mostra', 'Salon')} de {rng.choice(ROMANCE).capitalize()}",
        ]
    )
    return base + (f" {rng.randint(1985, 2027)}" if rng.random() < 0.25 else "")


def facility(rng: Random) -> str:
    word = rng.choice(
        [
            coined(rng),
            rng.choice(NOUNS),
            rng.choice(PLACES).replace("the_", ""),
            rng.choice(WESTERN_FAMILY).replace("_", " "),
        ]
    )
    return f"{word} {choose(rng, 'Theatre', 'Theater', 'Hall', 'Arena', 'Stadium', 'Museum', 'Park', 'Zoo', 'Station', 'Dome', 'Hotel', 'Opera House', 'Shrine', 'Airport', 'Cinema', 'Playhouse', 'Bathhouse', 'Lighthouse', 'Gallery', 'Convention Center', 'Library', 'Guildhall', 'Cathedral', 'Bookshop')}"


def school(rng: Random) -> str:
    word = rng.choice([coined(rng), syllables(rng), rng.choice(PLACES).replace("the_", "")])
    return rng.choice(
        [
            f"{word} High School",
            f"{word} Academy",
            f"{word} University",
            f"University of {word}",
            f"{word} Art College",
            f"{word} Literature Club",
            f"{word} Middle School",
        ]
    )


def place(rng: Random) -> str:
    return rng.choice(PLACES) if rng.random() < 0.85 else coined(rng)

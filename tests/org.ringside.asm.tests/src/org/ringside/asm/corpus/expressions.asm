; Operators, numbers, strings, forward references: what expressions and data can be.
bits 32
org 0x1000
A equ 5
B equ A*3+1
start:
 dd A+B*2, (A+B)*2, -A, ~A, !A, !0, A<<4|1, B>>1, B&3^1, A||0, A&&0, A^^1, 7/2, -7/2, -7//2, -7 % 3, -7 %% 3, 7 % 3, 7 %% -3
 dq -7/2, -7 % 3, -1>>4, -16>>>2, 1<<40, 1<<<3
 dd A=5, A==5, A<>5, A!=5, A<B, A>B, A<=5, A>=6
 dd 1+2*3-4/2 % 3, 2*-3, - - 3, +-+3, ~~1, -(1+2)
 dd 'a', 'ab', 'abc', 'abcd', "abcd"+1
 dw 'ab', 'abcd'-'abcd'+3, "x"
 db 'hello',"it's",`tab\tnl\n\x41\101\u00e9\e\"`,0
 dd end-start, $-$$, $, $$, start.local, end
.local: dd .local-start, ..@x-.local
..@x: db 1
 dd 0b1010_1010, 0o17, 0q17, 17q, 17o, 1010b, 10y, 0y10, 0d10, 10d, 0t10, 0FFh, 0xff, $0ff, 1_000_000
 dd 1.5, -2.25, 1e10, 3.14159265358979, 1.e-5
 dq 1.5, -2.25, 1e300, 0.1
 times 3 db $-start, 1
 times A dw B
x: times 2 dd x, $
 db ?, 1
 dw ?
 resb 3
 dd fwd, fwd2+1
fwd equ 77
fwd2: 
end:
.data: db end.data - end
$eax: dd $eax
